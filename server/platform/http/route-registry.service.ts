import { Injectable, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { z } from 'zod';
import { methodsOf, type Method } from '../methods.js';
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
    return this.discovery.getControllers().flatMap((controller) => {
      const instance: unknown = controller.instance;
      if (typeof instance !== 'object' || instance === null) return [];
      const prefix = path.catch('').parse(this.reflector.get(PATH, instance.constructor));
      return methodsOf(this.scanner, instance).flatMap(({ name, handler }) =>
        this.routeOf({ handler, prefix, name: `${instance.constructor.name}.${name}` }),
      );
    });
  }

  private routeOf({
    handler,
    prefix,
    name,
  }: {
    handler: Method;
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
