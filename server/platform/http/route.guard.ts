import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { forbidden, notSignedIn } from '../../../shared/kernel/failure.js';
import { Sessions } from '../auth/sessions.service.js';
import { fail } from '../failure-error.js';
import { ROUTE, stateOf, type RouteDeclaration } from './route.js';
import { parseInput } from './route-input.js';
import { isSameOrigin } from './same-origin.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Global: who is asking, whether the page that asks is ours, whether the route lets them, and whether the input fits. Deny by default. */
@Injectable()
export class RouteGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const route = this.reflector.get<RouteDeclaration | undefined>(ROUTE, context.getHandler());
    if (!route) return false;
    if (!SAFE_METHODS.has(request.method) && !isFromOurPage(request)) fail(forbidden);
    const viewer = await this.sessions.viewerOf(request.headers.cookie);
    stateOf(request).viewer = viewer;
    if (!route.policy.allows(viewer)) fail(viewer === null ? notSignedIn : forbidden);
    parseInput(request, route.in);
    return true;
  }
}

/** A header that other sites cannot set without asking first, and an Origin, where sent, that is our own. */
function isFromOurPage(request: FastifyRequest): boolean {
  return (
    request.headers['x-requested-with'] === 'hai-dang' &&
    isSameOrigin(request.headers.origin, request.headers.host)
  );
}
