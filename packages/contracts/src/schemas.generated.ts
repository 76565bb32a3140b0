// Made from schemas/ by `node infra/codegen/contracts.mjs`; do not edit.

/** Every version of every Avro schema, oldest first. */
export const schemaVersions = {
  "touchpoint": [
    {
      "type": "record",
      "name": "Touchpoint",
      "namespace": "bellhop",
      "doc": "One interaction between a guest and a property, as a source reported it. Topic: touchpoints, keyed by propertyId.",
      "fields": [
        {
          "name": "touchpointId",
          "type": "string",
          "doc": "UUIDv5 of source, vendor, vendor account and vendor event id: a redelivery has the same id."
        },
        {
          "name": "source",
          "type": {
            "type": "enum",
            "name": "Source",
            "symbols": [
              "booking",
              "checkin",
              "chat",
              "social",
              "survey",
              "room",
              "other"
            ],
            "default": "other"
          },
          "doc": "The kind of system that saw it."
        },
        {
          "name": "vendor",
          "type": "string",
          "doc": "The vendor of that system, such as cloudbeds."
        },
        {
          "name": "vendorAccount",
          "type": "string",
          "doc": "The hotel group's account with that vendor."
        },
        {
          "name": "vendorEventId",
          "type": "string",
          "doc": "The vendor's event id, or one derived from content where the vendor has none."
        },
        {
          "name": "channel",
          "type": {
            "type": "enum",
            "name": "Channel",
            "symbols": [
              "pms",
              "ota",
              "web",
              "whatsapp",
              "sms",
              "email",
              "facebook",
              "tripadvisor",
              "survey",
              "door_lock",
              "room_device",
              "other"
            ],
            "default": "other"
          },
          "doc": "The medium in which guest and property met."
        },
        {
          "name": "type",
          "type": {
            "type": "enum",
            "name": "TouchpointType",
            "symbols": [
              "reservation_made",
              "reservation_changed",
              "reservation_cancelled",
              "no_show",
              "profile_created",
              "profile_changed",
              "room_assigned",
              "checked_in",
              "checked_out",
              "door_opened",
              "message_received",
              "message_sent",
              "comment_posted",
              "mention_posted",
              "reaction_added",
              "review_posted",
              "review_answered",
              "survey_answered",
              "comfort_breached",
              "device_faulted",
              "setpoint_changed",
              "service_requested",
              "leak_detected",
              "smoke_detected",
              "other"
            ],
            "default": "other"
          },
          "doc": "What happened."
        },
        {
          "name": "actor",
          "type": {
            "type": "enum",
            "name": "Actor",
            "symbols": [
              "guest",
              "staff",
              "system"
            ],
            "default": "system"
          },
          "doc": "Who acted. A response time runs from a guest's message to the next one of the staff."
        },
        {
          "name": "propertyId",
          "type": "string",
          "doc": "The property (hotel) that it happened at."
        },
        {
          "name": "occurredAt",
          "type": {
            "type": "long",
            "logicalType": "timestamp-millis"
          },
          "doc": "When it happened; milliseconds since 1970 UTC."
        },
        {
          "name": "clock",
          "type": {
            "type": "enum",
            "name": "Clock",
            "symbols": [
              "vendor",
              "receipt"
            ],
            "default": "receipt"
          },
          "doc": "Whose clock occurredAt is: the vendor's, or ours at receipt where the vendor sends no time."
        },
        {
          "name": "receivedAt",
          "type": {
            "type": "long",
            "logicalType": "timestamp-millis"
          },
          "doc": "When ingest received it; milliseconds since 1970 UTC."
        },
        {
          "name": "identifiers",
          "type": {
            "type": "array",
            "items": {
              "type": "record",
              "name": "Identifier",
              "doc": "What a source knows a guest by, normalised.",
              "fields": [
                {
                  "name": "kind",
                  "type": {
                    "type": "enum",
                    "name": "IdentifierKind",
                    "symbols": [
                      "loyalty",
                      "pms_profile",
                      "email",
                      "phone",
                      "reservation",
                      "messaging",
                      "social",
                      "other"
                    ],
                    "default": "other"
                  }
                },
                {
                  "name": "value",
                  "type": "string",
                  "doc": "Lower-cased email, E.164 phone, or the vendor's id as it is."
                },
                {
                  "name": "scope",
                  "type": "string",
                  "default": "",
                  "doc": "Where the value is unique: empty for everywhere (email, phone), a property or vendor account otherwise."
                },
                {
                  "name": "verified",
                  "type": "boolean",
                  "doc": "Whether the source vouches for it. Only verified identifiers join guests."
                }
              ]
            }
          }
        },
        {
          "name": "guestName",
          "type": [
            "null",
            "string"
          ],
          "default": null,
          "doc": "As the source shows it. Names never join guests."
        },
        {
          "name": "guestLanguage",
          "type": [
            "null",
            "string"
          ],
          "default": null,
          "doc": "ISO 639-1, as the source states it."
        },
        {
          "name": "reservation",
          "type": [
            "null",
            {
              "type": "record",
              "name": "Reservation",
              "doc": "What this touchpoint says of a reservation; null where it says nothing.",
              "fields": [
                {
                  "name": "code",
                  "type": "string",
                  "doc": "The reservation code, unique in the property."
                },
                {
                  "name": "status",
                  "type": [
                    "null",
                    {
                      "type": "enum",
                      "name": "ReservationStatus",
                      "symbols": [
                        "booked",
                        "cancelled",
                        "no_show",
                        "in_house",
                        "departed",
                        "other"
                      ],
                      "default": "other"
                    }
                  ],
                  "default": null
                },
                {
                  "name": "arrivalDate",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null,
                  "doc": "YYYY-MM-DD, the property's own calendar."
                },
                {
                  "name": "departureDate",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null,
                  "doc": "YYYY-MM-DD, the property's own calendar."
                },
                {
                  "name": "room",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null,
                  "doc": "The room number."
                }
              ]
            }
          ],
          "default": null
        },
        {
          "name": "room",
          "type": [
            "null",
            "string"
          ],
          "default": null,
          "doc": "The room number that it happened in, where a device or lock reported it."
        },
        {
          "name": "text",
          "type": [
            "null",
            "string"
          ],
          "default": null,
          "doc": "The words of the guest or the staff."
        },
        {
          "name": "textLanguage",
          "type": [
            "null",
            "string"
          ],
          "default": null,
          "doc": "ISO 639-1, where the vendor states it."
        },
        {
          "name": "ratings",
          "type": {
            "type": "array",
            "items": {
              "type": "record",
              "name": "Rating",
              "doc": "One answer on a scale.",
              "fields": [
                {
                  "name": "metric",
                  "type": {
                    "type": "enum",
                    "name": "RatingMetric",
                    "symbols": [
                      "nps",
                      "csat",
                      "ces",
                      "review",
                      "other"
                    ],
                    "default": "other"
                  }
                },
                {
                  "name": "value",
                  "type": "double"
                },
                {
                  "name": "scaleMin",
                  "type": "double",
                  "doc": "The lowest answer that the scale allows."
                },
                {
                  "name": "scaleMax",
                  "type": "double",
                  "doc": "The highest answer that the scale allows."
                },
                {
                  "name": "question",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null
                }
              ]
            }
          },
          "default": []
        },
        {
          "name": "conversationId",
          "type": [
            "null",
            "string"
          ],
          "default": null,
          "doc": "What ties a question to its answer."
        },
        {
          "name": "attributes",
          "type": {
            "type": "map",
            "values": "string"
          },
          "default": {},
          "doc": "Further facts of the vendor, for people to read; nothing is computed from them."
        }
      ]
    }
  ],
  "quarantined": [
    {
      "type": "record",
      "name": "Quarantined",
      "namespace": "bellhop",
      "doc": "A message that could not be taken further, with its original bytes. Topic: touchpoints.quarantine, keyed by quarantineId.",
      "fields": [
        {
          "name": "quarantineId",
          "type": "string",
          "doc": "UUIDv5 of vendor, account, code and bytes: a redelivery has the same id."
        },
        {
          "name": "code",
          "type": "string",
          "doc": "One of the codes in docs/codes.md."
        },
        {
          "name": "detail",
          "type": "string",
          "doc": "What is wrong and where, for a person."
        },
        {
          "name": "step",
          "type": "string",
          "doc": "The step that gave up, such as ingest.normalise or recorder.decode."
        },
        {
          "name": "vendor",
          "type": "string"
        },
        {
          "name": "vendorAccount",
          "type": "string"
        },
        {
          "name": "propertyId",
          "type": [
            "null",
            "string"
          ],
          "default": null
        },
        {
          "name": "origin",
          "type": "string",
          "doc": "The HTTP path, the MQTT topic, or Kafka topic/partition/offset that it came from."
        },
        {
          "name": "contentType",
          "type": [
            "null",
            "string"
          ],
          "default": null
        },
        {
          "name": "payload",
          "type": "bytes",
          "doc": "The bytes as they were received."
        },
        {
          "name": "receivedAt",
          "type": {
            "type": "long",
            "logicalType": "timestamp-millis"
          }
        }
      ]
    }
  ],
  "journey-event": [
    {
      "type": "record",
      "name": "JourneyEvent",
      "namespace": "bellhop",
      "doc": "One domain event as the relay publishes it. Topic: journey-events, keyed by guestId, or by stream where no guest is known. Exactly one of touchpoint, identifier, stay and occupancy is set, by eventType.",
      "fields": [
        {
          "name": "eventId",
          "type": "string",
          "doc": "The event's id in EventStoreDB."
        },
        {
          "name": "eventType",
          "type": {
            "type": "enum",
            "name": "EventType",
            "symbols": [
              "TouchpointRecorded",
              "IdentifierClaimed",
              "StayBooked",
              "StayChanged",
              "StayCancelled",
              "GuestCheckedIn",
              "GuestCheckedOut",
              "RoomOccupied",
              "RoomVacated",
              "TouchpointAttributed",
              "Other"
            ],
            "default": "Other"
          }
        },
        {
          "name": "stream",
          "type": "string",
          "doc": "The EventStoreDB stream, such as guest-6f…"
        },
        {
          "name": "revision",
          "type": "long",
          "doc": "The event's revision in its stream, from 0."
        },
        {
          "name": "position",
          "type": "long",
          "doc": "The commit position in $all."
        },
        {
          "name": "recordedAt",
          "type": {
            "type": "long",
            "logicalType": "timestamp-millis"
          },
          "doc": "When EventStoreDB wrote it."
        },
        {
          "name": "guestId",
          "type": [
            "null",
            "string"
          ],
          "default": null
        },
        {
          "name": "touchpoint",
          "type": [
            "null",
            {
              "type": "record",
              "name": "RecordedTouchpoint",
              "doc": "A touchpoint with what the recorder decided about it.",
              "fields": [
                {
                  "name": "touchpoint",
                  "type": {
                    "type": "record",
                    "name": "Touchpoint",
                    "namespace": "bellhop",
                    "doc": "One interaction between a guest and a property, as a source reported it. Topic: touchpoints, keyed by propertyId.",
                    "fields": [
                      {
                        "name": "touchpointId",
                        "type": "string",
                        "doc": "UUIDv5 of source, vendor, vendor account and vendor event id: a redelivery has the same id."
                      },
                      {
                        "name": "source",
                        "type": {
                          "type": "enum",
                          "name": "Source",
                          "symbols": [
                            "booking",
                            "checkin",
                            "chat",
                            "social",
                            "survey",
                            "room",
                            "other"
                          ],
                          "default": "other"
                        },
                        "doc": "The kind of system that saw it."
                      },
                      {
                        "name": "vendor",
                        "type": "string",
                        "doc": "The vendor of that system, such as cloudbeds."
                      },
                      {
                        "name": "vendorAccount",
                        "type": "string",
                        "doc": "The hotel group's account with that vendor."
                      },
                      {
                        "name": "vendorEventId",
                        "type": "string",
                        "doc": "The vendor's event id, or one derived from content where the vendor has none."
                      },
                      {
                        "name": "channel",
                        "type": {
                          "type": "enum",
                          "name": "Channel",
                          "symbols": [
                            "pms",
                            "ota",
                            "web",
                            "whatsapp",
                            "sms",
                            "email",
                            "facebook",
                            "tripadvisor",
                            "survey",
                            "door_lock",
                            "room_device",
                            "other"
                          ],
                          "default": "other"
                        },
                        "doc": "The medium in which guest and property met."
                      },
                      {
                        "name": "type",
                        "type": {
                          "type": "enum",
                          "name": "TouchpointType",
                          "symbols": [
                            "reservation_made",
                            "reservation_changed",
                            "reservation_cancelled",
                            "no_show",
                            "profile_created",
                            "profile_changed",
                            "room_assigned",
                            "checked_in",
                            "checked_out",
                            "door_opened",
                            "message_received",
                            "message_sent",
                            "comment_posted",
                            "mention_posted",
                            "reaction_added",
                            "review_posted",
                            "review_answered",
                            "survey_answered",
                            "comfort_breached",
                            "device_faulted",
                            "setpoint_changed",
                            "service_requested",
                            "leak_detected",
                            "smoke_detected",
                            "other"
                          ],
                          "default": "other"
                        },
                        "doc": "What happened."
                      },
                      {
                        "name": "actor",
                        "type": {
                          "type": "enum",
                          "name": "Actor",
                          "symbols": [
                            "guest",
                            "staff",
                            "system"
                          ],
                          "default": "system"
                        },
                        "doc": "Who acted. A response time runs from a guest's message to the next one of the staff."
                      },
                      {
                        "name": "propertyId",
                        "type": "string",
                        "doc": "The property (hotel) that it happened at."
                      },
                      {
                        "name": "occurredAt",
                        "type": {
                          "type": "long",
                          "logicalType": "timestamp-millis"
                        },
                        "doc": "When it happened; milliseconds since 1970 UTC."
                      },
                      {
                        "name": "clock",
                        "type": {
                          "type": "enum",
                          "name": "Clock",
                          "symbols": [
                            "vendor",
                            "receipt"
                          ],
                          "default": "receipt"
                        },
                        "doc": "Whose clock occurredAt is: the vendor's, or ours at receipt where the vendor sends no time."
                      },
                      {
                        "name": "receivedAt",
                        "type": {
                          "type": "long",
                          "logicalType": "timestamp-millis"
                        },
                        "doc": "When ingest received it; milliseconds since 1970 UTC."
                      },
                      {
                        "name": "identifiers",
                        "type": {
                          "type": "array",
                          "items": {
                            "type": "record",
                            "name": "Identifier",
                            "doc": "What a source knows a guest by, normalised.",
                            "fields": [
                              {
                                "name": "kind",
                                "type": {
                                  "type": "enum",
                                  "name": "IdentifierKind",
                                  "symbols": [
                                    "loyalty",
                                    "pms_profile",
                                    "email",
                                    "phone",
                                    "reservation",
                                    "messaging",
                                    "social",
                                    "other"
                                  ],
                                  "default": "other"
                                }
                              },
                              {
                                "name": "value",
                                "type": "string",
                                "doc": "Lower-cased email, E.164 phone, or the vendor's id as it is."
                              },
                              {
                                "name": "scope",
                                "type": "string",
                                "default": "",
                                "doc": "Where the value is unique: empty for everywhere (email, phone), a property or vendor account otherwise."
                              },
                              {
                                "name": "verified",
                                "type": "boolean",
                                "doc": "Whether the source vouches for it. Only verified identifiers join guests."
                              }
                            ]
                          }
                        }
                      },
                      {
                        "name": "guestName",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null,
                        "doc": "As the source shows it. Names never join guests."
                      },
                      {
                        "name": "guestLanguage",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null,
                        "doc": "ISO 639-1, as the source states it."
                      },
                      {
                        "name": "reservation",
                        "type": [
                          "null",
                          {
                            "type": "record",
                            "name": "Reservation",
                            "doc": "What this touchpoint says of a reservation; null where it says nothing.",
                            "fields": [
                              {
                                "name": "code",
                                "type": "string",
                                "doc": "The reservation code, unique in the property."
                              },
                              {
                                "name": "status",
                                "type": [
                                  "null",
                                  {
                                    "type": "enum",
                                    "name": "ReservationStatus",
                                    "symbols": [
                                      "booked",
                                      "cancelled",
                                      "no_show",
                                      "in_house",
                                      "departed",
                                      "other"
                                    ],
                                    "default": "other"
                                  }
                                ],
                                "default": null
                              },
                              {
                                "name": "arrivalDate",
                                "type": [
                                  "null",
                                  "string"
                                ],
                                "default": null,
                                "doc": "YYYY-MM-DD, the property's own calendar."
                              },
                              {
                                "name": "departureDate",
                                "type": [
                                  "null",
                                  "string"
                                ],
                                "default": null,
                                "doc": "YYYY-MM-DD, the property's own calendar."
                              },
                              {
                                "name": "room",
                                "type": [
                                  "null",
                                  "string"
                                ],
                                "default": null,
                                "doc": "The room number."
                              }
                            ]
                          }
                        ],
                        "default": null
                      },
                      {
                        "name": "room",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null,
                        "doc": "The room number that it happened in, where a device or lock reported it."
                      },
                      {
                        "name": "text",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null,
                        "doc": "The words of the guest or the staff."
                      },
                      {
                        "name": "textLanguage",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null,
                        "doc": "ISO 639-1, where the vendor states it."
                      },
                      {
                        "name": "ratings",
                        "type": {
                          "type": "array",
                          "items": {
                            "type": "record",
                            "name": "Rating",
                            "doc": "One answer on a scale.",
                            "fields": [
                              {
                                "name": "metric",
                                "type": {
                                  "type": "enum",
                                  "name": "RatingMetric",
                                  "symbols": [
                                    "nps",
                                    "csat",
                                    "ces",
                                    "review",
                                    "other"
                                  ],
                                  "default": "other"
                                }
                              },
                              {
                                "name": "value",
                                "type": "double"
                              },
                              {
                                "name": "scaleMin",
                                "type": "double",
                                "doc": "The lowest answer that the scale allows."
                              },
                              {
                                "name": "scaleMax",
                                "type": "double",
                                "doc": "The highest answer that the scale allows."
                              },
                              {
                                "name": "question",
                                "type": [
                                  "null",
                                  "string"
                                ],
                                "default": null
                              }
                            ]
                          }
                        },
                        "default": []
                      },
                      {
                        "name": "conversationId",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null,
                        "doc": "What ties a question to its answer."
                      },
                      {
                        "name": "attributes",
                        "type": {
                          "type": "map",
                          "values": "string"
                        },
                        "default": {},
                        "doc": "Further facts of the vendor, for people to read; nothing is computed from them."
                      }
                    ]
                  }
                },
                {
                  "name": "guestId",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null
                },
                {
                  "name": "stayId",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null
                },
                {
                  "name": "stage",
                  "type": {
                    "type": "enum",
                    "name": "Stage",
                    "symbols": [
                      "booking",
                      "pre_arrival",
                      "arrival",
                      "in_stay",
                      "departure",
                      "post_stay",
                      "unknown"
                    ],
                    "default": "unknown"
                  },
                  "doc": "The stage of the journey that it belongs to."
                },
                {
                  "name": "businessDate",
                  "type": "string",
                  "doc": "YYYY-MM-DD: the property's business day that it happened on."
                },
                {
                  "name": "attribution",
                  "type": {
                    "type": "enum",
                    "name": "Attribution",
                    "symbols": [
                      "verified_identifier",
                      "asserted_identifier",
                      "occupancy",
                      "new_guest",
                      "none"
                    ],
                    "default": "none"
                  },
                  "doc": "How the guest was found."
                },
                {
                  "name": "alsoMatched",
                  "type": {
                    "type": "array",
                    "items": "string"
                  },
                  "default": [],
                  "doc": "Other guests whose verified identifiers this touchpoint carries: candidates for a merge."
                },
                {
                  "name": "sentiment",
                  "type": [
                    "null",
                    {
                      "type": "record",
                      "name": "Sentiment",
                      "fields": [
                        {
                          "name": "language",
                          "type": [
                            "null",
                            "string"
                          ],
                          "default": null,
                          "doc": "ISO 639-1, as identified from the text; null where unsure."
                        },
                        {
                          "name": "score",
                          "type": "double",
                          "doc": "-1 (negative) to 1 (positive), three decimals."
                        },
                        {
                          "name": "label",
                          "type": {
                            "type": "enum",
                            "name": "SentimentLabel",
                            "symbols": [
                              "negative",
                              "neutral",
                              "positive"
                            ],
                            "default": "neutral"
                          }
                        },
                        {
                          "name": "confidence",
                          "type": "double",
                          "doc": "0 to 1."
                        },
                        {
                          "name": "model",
                          "type": "string",
                          "doc": "The scorer and its version."
                        }
                      ]
                    }
                  ],
                  "default": null
                }
              ]
            }
          ],
          "default": null
        },
        {
          "name": "identifier",
          "type": [
            "null",
            {
              "type": "record",
              "name": "IdentifierClaim",
              "fields": [
                {
                  "name": "identifierHash",
                  "type": "string",
                  "doc": "SHA-256 of kind, scope and value, in hex."
                },
                {
                  "name": "kind",
                  "type": "bellhop.IdentifierKind"
                },
                {
                  "name": "verified",
                  "type": "boolean"
                },
                {
                  "name": "guestId",
                  "type": "string"
                },
                {
                  "name": "touchpointId",
                  "type": "string"
                }
              ]
            }
          ],
          "default": null
        },
        {
          "name": "stay",
          "type": [
            "null",
            {
              "type": "record",
              "name": "StayFact",
              "doc": "What became known of a stay.",
              "fields": [
                {
                  "name": "stayId",
                  "type": "string"
                },
                {
                  "name": "guestId",
                  "type": "string"
                },
                {
                  "name": "propertyId",
                  "type": "string"
                },
                {
                  "name": "reservationCode",
                  "type": "string"
                },
                {
                  "name": "status",
                  "type": [
                    "null",
                    "bellhop.ReservationStatus"
                  ],
                  "default": null
                },
                {
                  "name": "arrivalDate",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null
                },
                {
                  "name": "departureDate",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null
                },
                {
                  "name": "room",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null
                },
                {
                  "name": "occurredAt",
                  "type": {
                    "type": "long",
                    "logicalType": "timestamp-millis"
                  }
                },
                {
                  "name": "touchpointId",
                  "type": "string"
                }
              ]
            }
          ],
          "default": null
        },
        {
          "name": "occupancy",
          "type": [
            "null",
            {
              "type": "record",
              "name": "Occupancy",
              "doc": "A stay took or left a room, or a touchpoint in it was attributed to the stay.",
              "fields": [
                {
                  "name": "propertyId",
                  "type": "string"
                },
                {
                  "name": "room",
                  "type": "string"
                },
                {
                  "name": "stayId",
                  "type": "string"
                },
                {
                  "name": "guestId",
                  "type": "string"
                },
                {
                  "name": "occurredAt",
                  "type": {
                    "type": "long",
                    "logicalType": "timestamp-millis"
                  }
                },
                {
                  "name": "touchpointId",
                  "type": "string"
                }
              ]
            }
          ],
          "default": null
        }
      ]
    },
    {
      "type": "record",
      "name": "JourneyEvent",
      "namespace": "bellhop",
      "doc": "One domain event as the relay publishes it. Topic: journey-events, keyed by guestId, or by stream where no guest is known. Exactly one of touchpoint, correction, identifier, stay and occupancy is set, by eventType.",
      "fields": [
        {
          "name": "eventId",
          "type": "string",
          "doc": "The event's id in EventStoreDB."
        },
        {
          "name": "eventType",
          "type": {
            "type": "enum",
            "name": "EventType",
            "symbols": [
              "TouchpointRecorded",
              "IdentifierClaimed",
              "StayBooked",
              "StayChanged",
              "StayCancelled",
              "GuestCheckedIn",
              "GuestCheckedOut",
              "RoomOccupied",
              "RoomVacated",
              "TouchpointAttributed",
              "TouchpointRescored",
              "Other"
            ],
            "default": "Other"
          }
        },
        {
          "name": "stream",
          "type": "string",
          "doc": "The EventStoreDB stream, such as guest-6f…"
        },
        {
          "name": "revision",
          "type": "long",
          "doc": "The event's revision in its stream, from 0."
        },
        {
          "name": "position",
          "type": "long",
          "doc": "The commit position in $all."
        },
        {
          "name": "recordedAt",
          "type": {
            "type": "long",
            "logicalType": "timestamp-millis"
          },
          "doc": "When EventStoreDB wrote it."
        },
        {
          "name": "guestId",
          "type": [
            "null",
            "string"
          ],
          "default": null
        },
        {
          "name": "touchpoint",
          "type": [
            "null",
            {
              "type": "record",
              "name": "RecordedTouchpoint",
              "doc": "A touchpoint with what the recorder decided about it.",
              "fields": [
                {
                  "name": "touchpoint",
                  "type": {
                    "type": "record",
                    "name": "Touchpoint",
                    "namespace": "bellhop",
                    "doc": "One interaction between a guest and a property, as a source reported it. Topic: touchpoints, keyed by propertyId.",
                    "fields": [
                      {
                        "name": "touchpointId",
                        "type": "string",
                        "doc": "UUIDv5 of source, vendor, vendor account and vendor event id: a redelivery has the same id."
                      },
                      {
                        "name": "source",
                        "type": {
                          "type": "enum",
                          "name": "Source",
                          "symbols": [
                            "booking",
                            "checkin",
                            "chat",
                            "social",
                            "survey",
                            "room",
                            "other"
                          ],
                          "default": "other"
                        },
                        "doc": "The kind of system that saw it."
                      },
                      {
                        "name": "vendor",
                        "type": "string",
                        "doc": "The vendor of that system, such as cloudbeds."
                      },
                      {
                        "name": "vendorAccount",
                        "type": "string",
                        "doc": "The hotel group's account with that vendor."
                      },
                      {
                        "name": "vendorEventId",
                        "type": "string",
                        "doc": "The vendor's event id, or one derived from content where the vendor has none."
                      },
                      {
                        "name": "channel",
                        "type": {
                          "type": "enum",
                          "name": "Channel",
                          "symbols": [
                            "pms",
                            "ota",
                            "web",
                            "whatsapp",
                            "sms",
                            "email",
                            "facebook",
                            "tripadvisor",
                            "survey",
                            "door_lock",
                            "room_device",
                            "other"
                          ],
                          "default": "other"
                        },
                        "doc": "The medium in which guest and property met."
                      },
                      {
                        "name": "type",
                        "type": {
                          "type": "enum",
                          "name": "TouchpointType",
                          "symbols": [
                            "reservation_made",
                            "reservation_changed",
                            "reservation_cancelled",
                            "no_show",
                            "profile_created",
                            "profile_changed",
                            "room_assigned",
                            "checked_in",
                            "checked_out",
                            "door_opened",
                            "message_received",
                            "message_sent",
                            "comment_posted",
                            "mention_posted",
                            "reaction_added",
                            "review_posted",
                            "review_answered",
                            "survey_answered",
                            "comfort_breached",
                            "device_faulted",
                            "setpoint_changed",
                            "service_requested",
                            "leak_detected",
                            "smoke_detected",
                            "other"
                          ],
                          "default": "other"
                        },
                        "doc": "What happened."
                      },
                      {
                        "name": "actor",
                        "type": {
                          "type": "enum",
                          "name": "Actor",
                          "symbols": [
                            "guest",
                            "staff",
                            "system"
                          ],
                          "default": "system"
                        },
                        "doc": "Who acted. A response time runs from a guest's message to the next one of the staff."
                      },
                      {
                        "name": "propertyId",
                        "type": "string",
                        "doc": "The property (hotel) that it happened at."
                      },
                      {
                        "name": "occurredAt",
                        "type": {
                          "type": "long",
                          "logicalType": "timestamp-millis"
                        },
                        "doc": "When it happened; milliseconds since 1970 UTC."
                      },
                      {
                        "name": "clock",
                        "type": {
                          "type": "enum",
                          "name": "Clock",
                          "symbols": [
                            "vendor",
                            "receipt"
                          ],
                          "default": "receipt"
                        },
                        "doc": "Whose clock occurredAt is: the vendor's, or ours at receipt where the vendor sends no time."
                      },
                      {
                        "name": "receivedAt",
                        "type": {
                          "type": "long",
                          "logicalType": "timestamp-millis"
                        },
                        "doc": "When ingest received it; milliseconds since 1970 UTC."
                      },
                      {
                        "name": "identifiers",
                        "type": {
                          "type": "array",
                          "items": {
                            "type": "record",
                            "name": "Identifier",
                            "doc": "What a source knows a guest by, normalised.",
                            "fields": [
                              {
                                "name": "kind",
                                "type": {
                                  "type": "enum",
                                  "name": "IdentifierKind",
                                  "symbols": [
                                    "loyalty",
                                    "pms_profile",
                                    "email",
                                    "phone",
                                    "reservation",
                                    "messaging",
                                    "social",
                                    "other"
                                  ],
                                  "default": "other"
                                }
                              },
                              {
                                "name": "value",
                                "type": "string",
                                "doc": "Lower-cased email, E.164 phone, or the vendor's id as it is."
                              },
                              {
                                "name": "scope",
                                "type": "string",
                                "default": "",
                                "doc": "Where the value is unique: empty for everywhere (email, phone), a property or vendor account otherwise."
                              },
                              {
                                "name": "verified",
                                "type": "boolean",
                                "doc": "Whether the source vouches for it. Only verified identifiers join guests."
                              }
                            ]
                          }
                        }
                      },
                      {
                        "name": "guestName",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null,
                        "doc": "As the source shows it. Names never join guests."
                      },
                      {
                        "name": "guestLanguage",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null,
                        "doc": "ISO 639-1, as the source states it."
                      },
                      {
                        "name": "reservation",
                        "type": [
                          "null",
                          {
                            "type": "record",
                            "name": "Reservation",
                            "doc": "What this touchpoint says of a reservation; null where it says nothing.",
                            "fields": [
                              {
                                "name": "code",
                                "type": "string",
                                "doc": "The reservation code, unique in the property."
                              },
                              {
                                "name": "status",
                                "type": [
                                  "null",
                                  {
                                    "type": "enum",
                                    "name": "ReservationStatus",
                                    "symbols": [
                                      "booked",
                                      "cancelled",
                                      "no_show",
                                      "in_house",
                                      "departed",
                                      "other"
                                    ],
                                    "default": "other"
                                  }
                                ],
                                "default": null
                              },
                              {
                                "name": "arrivalDate",
                                "type": [
                                  "null",
                                  "string"
                                ],
                                "default": null,
                                "doc": "YYYY-MM-DD, the property's own calendar."
                              },
                              {
                                "name": "departureDate",
                                "type": [
                                  "null",
                                  "string"
                                ],
                                "default": null,
                                "doc": "YYYY-MM-DD, the property's own calendar."
                              },
                              {
                                "name": "room",
                                "type": [
                                  "null",
                                  "string"
                                ],
                                "default": null,
                                "doc": "The room number."
                              }
                            ]
                          }
                        ],
                        "default": null
                      },
                      {
                        "name": "room",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null,
                        "doc": "The room number that it happened in, where a device or lock reported it."
                      },
                      {
                        "name": "text",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null,
                        "doc": "The words of the guest or the staff."
                      },
                      {
                        "name": "textLanguage",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null,
                        "doc": "ISO 639-1, where the vendor states it."
                      },
                      {
                        "name": "ratings",
                        "type": {
                          "type": "array",
                          "items": {
                            "type": "record",
                            "name": "Rating",
                            "doc": "One answer on a scale.",
                            "fields": [
                              {
                                "name": "metric",
                                "type": {
                                  "type": "enum",
                                  "name": "RatingMetric",
                                  "symbols": [
                                    "nps",
                                    "csat",
                                    "ces",
                                    "review",
                                    "other"
                                  ],
                                  "default": "other"
                                }
                              },
                              {
                                "name": "value",
                                "type": "double"
                              },
                              {
                                "name": "scaleMin",
                                "type": "double",
                                "doc": "The lowest answer that the scale allows."
                              },
                              {
                                "name": "scaleMax",
                                "type": "double",
                                "doc": "The highest answer that the scale allows."
                              },
                              {
                                "name": "question",
                                "type": [
                                  "null",
                                  "string"
                                ],
                                "default": null
                              }
                            ]
                          }
                        },
                        "default": []
                      },
                      {
                        "name": "conversationId",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null,
                        "doc": "What ties a question to its answer."
                      },
                      {
                        "name": "attributes",
                        "type": {
                          "type": "map",
                          "values": "string"
                        },
                        "default": {},
                        "doc": "Further facts of the vendor, for people to read; nothing is computed from them."
                      }
                    ]
                  }
                },
                {
                  "name": "guestId",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null
                },
                {
                  "name": "stayId",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null
                },
                {
                  "name": "stage",
                  "type": {
                    "type": "enum",
                    "name": "Stage",
                    "symbols": [
                      "booking",
                      "pre_arrival",
                      "arrival",
                      "in_stay",
                      "departure",
                      "post_stay",
                      "unknown"
                    ],
                    "default": "unknown"
                  },
                  "doc": "The stage of the journey that it belongs to."
                },
                {
                  "name": "businessDate",
                  "type": "string",
                  "doc": "YYYY-MM-DD: the property's business day that it happened on."
                },
                {
                  "name": "attribution",
                  "type": {
                    "type": "enum",
                    "name": "Attribution",
                    "symbols": [
                      "verified_identifier",
                      "asserted_identifier",
                      "occupancy",
                      "new_guest",
                      "none"
                    ],
                    "default": "none"
                  },
                  "doc": "How the guest was found."
                },
                {
                  "name": "alsoMatched",
                  "type": {
                    "type": "array",
                    "items": "string"
                  },
                  "default": [],
                  "doc": "Other guests whose verified identifiers this touchpoint carries: candidates for a merge."
                },
                {
                  "name": "sentiment",
                  "type": [
                    "null",
                    {
                      "type": "record",
                      "name": "Sentiment",
                      "fields": [
                        {
                          "name": "language",
                          "type": [
                            "null",
                            "string"
                          ],
                          "default": null,
                          "doc": "ISO 639-1, as identified from the text; null where unsure."
                        },
                        {
                          "name": "score",
                          "type": "double",
                          "doc": "-1 (negative) to 1 (positive), three decimals."
                        },
                        {
                          "name": "label",
                          "type": {
                            "type": "enum",
                            "name": "SentimentLabel",
                            "symbols": [
                              "negative",
                              "neutral",
                              "positive"
                            ],
                            "default": "neutral"
                          }
                        },
                        {
                          "name": "confidence",
                          "type": "double",
                          "doc": "0 to 1."
                        },
                        {
                          "name": "model",
                          "type": "string",
                          "doc": "The scorer and its version."
                        },
                        {
                          "name": "topics",
                          "type": {
                            "type": "array",
                            "items": {
                              "type": "record",
                              "name": "TopicSentiment",
                              "fields": [
                                {
                                  "name": "topic",
                                  "type": "string",
                                  "doc": "What the text speaks of, such as cleanliness; other where it is none of the known ones."
                                },
                                {
                                  "name": "sentiment",
                                  "type": "double",
                                  "doc": "-1 to 1, of the clauses that speak of it, three decimals."
                                }
                              ]
                            }
                          },
                          "default": [],
                          "doc": "What the text speaks of."
                        },
                        {
                          "name": "urgent",
                          "type": "boolean",
                          "default": false,
                          "doc": "Whether staff must act now: a leak, a guest locked out or ill, smoke."
                        }
                      ]
                    }
                  ],
                  "default": null
                }
              ]
            }
          ],
          "default": null
        },
        {
          "name": "correction",
          "type": [
            "null",
            {
              "type": "record",
              "name": "Correction",
              "doc": "What is recorded of a touchpoint has changed.",
              "fields": [
                {
                  "name": "guestId",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null,
                  "doc": "The guest in whose history it stands."
                },
                {
                  "name": "touchpoint",
                  "type": "bellhop.Touchpoint"
                },
                {
                  "name": "before",
                  "type": {
                    "type": "record",
                    "name": "Decision",
                    "doc": "What is decided about a touchpoint.",
                    "fields": [
                      {
                        "name": "guestId",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null
                      },
                      {
                        "name": "stayId",
                        "type": [
                          "null",
                          "string"
                        ],
                        "default": null
                      },
                      {
                        "name": "stage",
                        "type": "bellhop.Stage",
                        "doc": "The stage of the journey that it belongs to."
                      },
                      {
                        "name": "businessDate",
                        "type": "string",
                        "doc": "YYYY-MM-DD: the property's business day that it happened on."
                      },
                      {
                        "name": "attribution",
                        "type": "bellhop.Attribution",
                        "doc": "How the guest was found."
                      },
                      {
                        "name": "alsoMatched",
                        "type": {
                          "type": "array",
                          "items": "string"
                        },
                        "default": [],
                        "doc": "Other guests whose verified identifiers this touchpoint carries: candidates for a merge."
                      },
                      {
                        "name": "sentiment",
                        "type": [
                          "null",
                          "bellhop.Sentiment"
                        ],
                        "default": null
                      }
                    ]
                  },
                  "doc": "What held."
                },
                {
                  "name": "after",
                  "type": "bellhop.Decision",
                  "doc": "What holds from now on."
                }
              ]
            }
          ],
          "default": null
        },
        {
          "name": "identifier",
          "type": [
            "null",
            {
              "type": "record",
              "name": "IdentifierClaim",
              "fields": [
                {
                  "name": "identifierHash",
                  "type": "string",
                  "doc": "SHA-256 of kind, scope and value, in hex."
                },
                {
                  "name": "kind",
                  "type": "bellhop.IdentifierKind"
                },
                {
                  "name": "verified",
                  "type": "boolean"
                },
                {
                  "name": "guestId",
                  "type": "string"
                },
                {
                  "name": "touchpointId",
                  "type": "string"
                }
              ]
            }
          ],
          "default": null
        },
        {
          "name": "stay",
          "type": [
            "null",
            {
              "type": "record",
              "name": "StayFact",
              "doc": "What became known of a stay.",
              "fields": [
                {
                  "name": "stayId",
                  "type": "string"
                },
                {
                  "name": "guestId",
                  "type": "string"
                },
                {
                  "name": "propertyId",
                  "type": "string"
                },
                {
                  "name": "reservationCode",
                  "type": "string"
                },
                {
                  "name": "status",
                  "type": [
                    "null",
                    "bellhop.ReservationStatus"
                  ],
                  "default": null
                },
                {
                  "name": "arrivalDate",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null
                },
                {
                  "name": "departureDate",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null
                },
                {
                  "name": "room",
                  "type": [
                    "null",
                    "string"
                  ],
                  "default": null
                },
                {
                  "name": "occurredAt",
                  "type": {
                    "type": "long",
                    "logicalType": "timestamp-millis"
                  }
                },
                {
                  "name": "touchpointId",
                  "type": "string"
                }
              ]
            }
          ],
          "default": null
        },
        {
          "name": "occupancy",
          "type": [
            "null",
            {
              "type": "record",
              "name": "Occupancy",
              "doc": "A stay took or left a room, or a touchpoint in it was attributed to the stay.",
              "fields": [
                {
                  "name": "propertyId",
                  "type": "string"
                },
                {
                  "name": "room",
                  "type": "string"
                },
                {
                  "name": "stayId",
                  "type": "string"
                },
                {
                  "name": "guestId",
                  "type": "string"
                },
                {
                  "name": "occurredAt",
                  "type": {
                    "type": "long",
                    "logicalType": "timestamp-millis"
                  }
                },
                {
                  "name": "touchpointId",
                  "type": "string"
                }
              ]
            }
          ],
          "default": null
        }
      ]
    }
  ]
};
