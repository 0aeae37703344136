import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  Res,
  SetMetadata,
  StreamableFile,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Policy, Viewer } from '../../../shared/kernel/viewer.js';
import { fail } from '../failure-error.js';
import { notSignedIn, type FailureKind } from '../../../shared/kernel/failure.js';

export const ROUTE = 'haidang:route';

export type RouteInput = {
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Fields of the body whose text the route itself judges: the contents of a file. */
  raw?: readonly string[];
};

export type RouteDeclaration = {
  in?: RouteInput;
  /** Schema of the response body; `noContent` for none, `file(…)` for a file. */
  out: z.ZodType;
  policy: Policy;
  /** Also for whoever has yet to set a password of their own. */
  beforePassword?: boolean;
  /** HTTP status of success; 200 unless told, 204 with `noContent`. */
  status?: number;
  /** Failures of its own, for the API description; those of every route are known. */
  fails?: readonly FailureKind[];
  /** One line for the API description. */
  summary: string;
};

export const noContent = z.void();

/** What the method of a route for a file answers. The name is plain, so that it needs no quoting anywhere. */
const fileBody = z.object({ name: z.string().regex(/^[\w.-]+$/), content: z.instanceof(Buffer) });
export type FileBody = z.infer<typeof fileBody>;

/** `out` of a route that answers with a file to keep, never to be shown as a page of ours. */
export function file(mediaType: string): z.ZodType {
  const sent = fileBody.transform(
    ({ name, content }) =>
      new StreamableFile(content, { type: mediaType, disposition: `attachment; filename="${name}"` }),
  );
  return sent.meta({ mediaType });
}

/** Of a schema made by `file`; undefined for data. */
export function mediaTypeOf(out: z.ZodType): string | undefined {
  const mediaType = out.meta()?.['mediaType'];
  return typeof mediaType === 'string' ? mediaType : undefined;
}

/**
 * Validation, response schema, permission and description of a route, in one place. The guard parses what comes in;
 * what goes out passes its schema here, around the method itself, so that no interceptor stands on the hot path.
 */
export function Route(declaration: RouteDeclaration): MethodDecorator {
  const status = declaration.status ?? (declaration.out === noContent ? 204 : 200);
  const answer =
    mediaTypeOf(declaration.out) !== undefined ? letOutOnly(declaration.out) : sendOnly(declaration.out);
  return applyDecorators(answer, SetMetadata(ROUTE, declaration), HttpCode(status));
}

/** The framework sends what passed: it knows how to send a file. */
function letOutOnly(out: z.ZodType): MethodDecorator {
  return (_target, _name, descriptor: PropertyDescriptor) => {
    const { call } = methodOf(descriptor);
    descriptor.value = async function (this: unknown, ...parameters: unknown[]): Promise<unknown> {
      return out.parse(await call(this, parameters));
    };
  };
}

/** Data is sent from here: the framework would first look, through several promises, whether it is a stream. */
function sendOnly(out: z.ZodType): MethodDecorator {
  return (target, name, descriptor: PropertyDescriptor) => {
    const { call, arity } = methodOf(descriptor);
    Res()(target, name, arity);
    descriptor.value = async function (this: unknown, ...parameters: unknown[]): Promise<void> {
      const body = await call(this, parameters);
      const reply = parameters[arity];
      if (!isReply(reply)) throw new Error(`no reply was given to ${String(name)}`);
      void reply.send(out.parse(body));
    };
  };
}

const isReply = (value: unknown): value is FastifyReply =>
  typeof value === 'object' && value !== null && 'send' in value;

function methodOf(descriptor: PropertyDescriptor) {
  const method: unknown = descriptor.value;
  if (typeof method !== 'function') throw new Error('@Route stands on methods only');
  const call = (self: unknown, parameters: unknown[]): unknown => Reflect.apply(method, self, parameters);
  return { arity: method.length, call };
}

/** What the guard leaves on a request. */
export type RequestState = {
  viewer: Viewer | null;
  input: { params: unknown; query: unknown; body: unknown };
};

const STATE = Symbol('what the guard left');
declare module 'fastify' {
  // A property and no weak map beside the requests: a map's entries are work for the collector at every save.
  interface FastifyRequest {
    [STATE]?: RequestState;
  }
}

export function stateOf(request: FastifyRequest): RequestState {
  return (request[STATE] ??= {
    viewer: null,
    input: { params: undefined, query: undefined, body: undefined },
  });
}

/** What `switchToHttp().getRequest()` gives, without the functions it makes each time. */
export function requestOf(context: ExecutionContext): FastifyRequest {
  return context.getArgByIndex<FastifyRequest>(0);
}

/** The signed-in viewer; on routes for anyone use `@MaybeViewer()`. */
export const CurrentViewer = createParamDecorator((_data: unknown, context: ExecutionContext): Viewer => {
  return requestState(context).viewer ?? fail(notSignedIn);
});
export const MaybeViewer = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Viewer | null => requestState(context).viewer,
);
/** What a request tells of the device it comes from, raw. */
export type Device = { cookie: string | undefined; address: string };
/** Who asks on routes that also serve people without an account: a member, or a device that may be a guest's. */
export type Asker = Device & {
  viewer: Viewer | null;
  userAgent: string | undefined;
  /** The address that the asking page is opened with: `https://haidang.example`. */
  origin: string;
  /** Puts a Set-Cookie header into the answer. */
  giveCookie: (setCookie: string) => void;
  /** Aborted when they hang up before the answer: what was only for them need not be finished. */
  hungUp: () => AbortSignal;
};
export const FromAsker = createParamDecorator((_data: unknown, context: ExecutionContext): Asker => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  return {
    viewer: stateOf(request).viewer,
    cookie: request.headers.cookie,
    address: request.ip,
    userAgent: request.headers['user-agent'],
    origin: `${request.protocol}://${request.host}`,
    giveCookie: (setCookie) => void reply.header('set-cookie', setCookie),
    hungUp: () => hungUp(reply),
  };
});

function hungUp({ raw }: FastifyReply): AbortSignal {
  const asking = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) asking.abort(new Error('whoever asked has gone'));
  });
  return asking.signal;
}

/** Parsed by the route's `in.params`, `in.query`, `in.body`. */
export const Params = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => requestState(context).input.params,
);
export const Query = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => requestState(context).input.query,
);
export const Body = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => requestState(context).input.body,
);

function requestState(context: ExecutionContext): RequestState {
  return stateOf(requestOf(context));
}
