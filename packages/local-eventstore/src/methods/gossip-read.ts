import { randomUUID } from 'node:crypto';
import type { ClusterInfo as ClusterInfoMessage } from '@eventstore/db-client/generated/gossip_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { uuidMessage } from '../wire/responses.js';
import { ClusterInfo, EndPoint, MemberInfo } from '../wire/stubs.js';

/** `Gossip/Read`: a cluster of one, which leads. It lets clients connect with `esdb+discover` too. */
export function createGossipRead(address: () => { readonly host: string; readonly port: number }) {
  const instanceId = randomUUID();
  return function gossipRead(
    _call: ServerUnaryCall<Empty, ClusterInfoMessage>,
    answer: sendUnaryData<ClusterInfoMessage>,
  ): void {
    const { host, port } = address();
    const endPoint = new EndPoint();
    endPoint.setAddress(host);
    endPoint.setPort(port);
    const member = new MemberInfo();
    member.setInstanceId(uuidMessage(instanceId));
    member.setTimeStamp(`${Date.now()}0000`);
    member.setState(MemberInfo.VNodeState.LEADER);
    member.setIsAlive(true);
    member.setHttpEndPoint(endPoint);
    const cluster = new ClusterInfo();
    cluster.addMembers(member);
    answer(null, cluster);
  };
}
