/**
 * EventStoreDB's message classes, as generated from its `.proto` files and shipped with the official client. They are
 * CommonJS whose exports Node can't list by name, so they come in whole and are handed on by name from here.
 */
import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';

export const { AppendResp, BatchAppendResp, DeleteResp, ReadReq, ReadResp, TombstoneResp } = streamsPb;
export const {
  AccessDenied,
  AllStreamPosition,
  BadRequest,
  Empty,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  StreamIdentifier,
  Timeout,
  UUID,
  WrongExpectedVersion,
} = sharedPb;
export const { Status } = statusPb;
export const { Any } = anyPb;
export const { ClusterInfo, EndPoint, MemberInfo } = gossipPb;
export const { SupportedMethod, SupportedMethods } = featuresPb;
