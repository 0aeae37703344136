import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import type { Config } from '../config.js';

/** The proxies whose word on where a request comes from is taken; false for none. */
export function trustedProxiesOf({ TRUSTED_PROXIES }: Pick<Config, 'TRUSTED_PROXIES'>): string[] | false {
  const proxies = TRUSTED_PROXIES.split(',').filter(Boolean);
  return proxies.length > 0 ? proxies : false;
}

/** Where a request that never reaches a route comes from, as `request.ip` says it of the others. */
export function addressReader(config: Pick<Config, 'TRUSTED_PROXIES'>): (request: IncomingMessage) => string {
  const trusts = proxyAddress.compile(trustedProxiesOf(config) || []);
  return (request) => proxyAddress(request, trusts);
}
