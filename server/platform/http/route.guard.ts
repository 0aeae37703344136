import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { forbidden, notSignedIn, passwordNotSet } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { CONFIG, type Config } from '../config.js';
import { Sessions } from '../auth/sessions.service.js';
import { fail } from '../failure-error.js';
import { requestOf, ROUTE, stateOf, type RouteDeclaration } from './route.js';
import { parseInput } from './route-input.js';
import { ownOriginOf, type OwnOrigin } from './same-origin.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Global: who is asking, whether the page that asks is ours, whether the route lets them, and whether the input fits. Deny by default. */
@Injectable()
export class RouteGuard implements CanActivate {
  private readonly isOwn: OwnOrigin;
  private readonly routes = new WeakMap<object, RouteDeclaration>();

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    @Inject(CONFIG) config: Config,
  ) {
    this.isOwn = ownOriginOf(config);
  }

  /** Answers at once where it can: a promise for each save is one too many. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = requestOf(context);
    const route = this.routeOf(context.getHandler());
    if (!route) return false;
    if (!SAFE_METHODS.has(request.method) && !this.isFromOurPage(request)) fail(forbidden);
    const viewer = this.sessions.find(request.headers.cookie);
    if (viewer instanceof Promise) return viewer.then((read) => admit(request, route, read));
    return admit(request, route, viewer);
  }

  /** A header that other sites cannot set without asking first, and an Origin, where sent, that is our own. */
  private isFromOurPage({ headers }: FastifyRequest): boolean {
    return headers['x-requested-with'] === 'hai-dang' && this.isOwn(headers.origin, headers.host);
  }

  /** Metadata is slow to ask for, and a handler's declaration never changes. */
  private routeOf(handler: ReturnType<ExecutionContext['getHandler']>): RouteDeclaration | undefined {
    const known = this.routes.get(handler);
    if (known) return known;
    const route = this.reflector.get<RouteDeclaration | undefined>(ROUTE, handler);
    if (route) this.routes.set(handler, route);
    return route;
  }
}

function admit(request: FastifyRequest, route: RouteDeclaration, viewer: Viewer | null): boolean {
  stateOf(request).viewer = viewer;
  if (!route.policy.allows(viewer)) fail(viewer === null ? notSignedIn : forbidden);
  if (viewer?.mustSetPassword && !route.beforePassword) fail(passwordNotSet);
  parseInput(request, route.in);
  return true;
}
