import type { ClusterInfo as ClusterInfoMessage } from '@eventstore/db-client/generated/gossip_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { ThisNode } from '../connection/this-node.js';
import { uuidMessage } from '../wire/responses.js';
import { ClusterInfo, EndPoint, MemberInfo } from '../wire/stubs.js';

/** `Gossip/Read`: lets clients connect with `esdb+discover` too. */
export function createGossipRead({ instanceId, address }: ThisNode) {
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
