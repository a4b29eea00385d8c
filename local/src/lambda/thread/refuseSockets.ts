import { Socket } from 'node:net';
import { UnsupportedLocally } from '../../unsupported.ts';

interface Target {
  host?: string;
  port?: number | string;
  path?: string;
}

/**
 * Refuses every connection that the function opens, except to `allowed`: no function of the template has a reason to
 * leave the account. Every client of Node.js (http, https, http2, tls, fetch) connects through `net.Socket`.
 */
export function refuseSockets(allowed: URL | undefined): void {
  const connect = Reflect.get(Socket.prototype, 'connect') as (this: Socket, ...parts: unknown[]) => Socket;
  function connectOrRefuse(this: Socket, ...parts: unknown[]): Socket {
    const target = targetOf(parts);
    const host = target.path ?? target.host ?? 'localhost';
    if (allowed && host === allowed.hostname && String(target.port) === allowed.port) return connect.apply(this, parts);
    const where = target.port === undefined ? host : `${host}:${target.port}`;
    // Not thrown: a refused connection reaches the client as the error of its socket.
    process.nextTick(() => this.destroy(new UnsupportedLocally(`connections from a Lambda function to ${where}`)));
    return this;
  }
  Object.assign(Socket.prototype, { connect: connectOrRefuse });
}

/** Reads the overloads of `socket.connect`; Node.js's own clients pass their arguments already normalized, in an array. */
function targetOf(parts: unknown[]): Target {
  const first = Array.isArray(parts[0]) ? (parts[0] as unknown[])[0] : parts[0];
  if (typeof first === 'object' && first !== null) return first;
  if (typeof first === 'number') return { port: first, ...(typeof parts[1] === 'string' && { host: parts[1] }) };
  return { path: String(first) };
}
