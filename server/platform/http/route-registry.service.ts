import { Injectable, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { z } from 'zod';
import type { DeclaredRoute } from './openapi.js';
import { ROUTE, type RouteDeclaration } from './route.js';

const METHOD = 'method';
const PATH = 'path';
const path = z.string();
const method = z.number();

/** All routes with their declarations. Reading them fails when a handler has none: nothing is open by accident. */
@Injectable()
export class RouteRegistry {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  routes(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ instance }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const prefix = path.catch('').parse(this.reflector.get(PATH, instance.constructor));
      return this.scanner.getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((name) => {
        const handler: unknown = Reflect.get(instance, name);
        if (typeof handler !== 'function') return [];
        return this.routeOf({ handler, prefix, name: `${instance.constructor.name}.${name}` });
      });
    });
  }

  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- what the reflector takes
  private routeOf({
    handler,
    prefix,
    name,
  }: {
    handler: Function;
    prefix: string;
    name: string;
  }): DeclaredRoute[] {
    const verb = method.safeParse(this.reflector.get(METHOD, handler));
    if (!verb.success) return [];
    const declaration = this.reflector.get<RouteDeclaration | undefined>(ROUTE, handler);
    if (!declaration?.out || !declaration.policy)
      throw new Error(`${name} declares no @Route with out and policy`);
    const own = path.catch('').parse(this.reflector.get(PATH, handler));
    const joined = `/${[prefix, own]
      .flatMap((part) => part.split('/'))
      .filter(Boolean)
      .join('/')}`;
    return [{ method: RequestMethod[verb.data] ?? 'GET', path: joined, handler: name, declaration }];
  }
}
