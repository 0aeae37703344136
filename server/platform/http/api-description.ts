import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const ADDRESS = '/api/openapi.json';

type Form = { body: Buffer; etag: string; encoding: string | null };

/**
 * The API description at one address, and the page that shows it. It is written once, before anybody asks, and pressed
 * once, off the main thread: reading it a thousand times is no more than sending bytes.
 */
export function serveApiDescription(app: NestFastifyApplication, description: OpenAPIObject): void {
  const plain = Buffer.from(JSON.stringify(description));
  let pressing: Promise<readonly Form[]> | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get(ADDRESS, async (request, reply) => {
      const forms = await (pressing ??= formsOf(plain));
      const form = fittingForm(forms, request.headers['accept-encoding']);
      void reply.headers({ 'cache-control': 'no-cache', vary: 'accept-encoding', etag: form.etag });
      if (isKnown(form, request.headers['if-none-match'])) return reply.status(304).send();
      if (form.encoding) void reply.header('content-encoding', form.encoding);
      return reply.type('application/json; charset=utf-8').send(form.body);
    });
  // The page reads that address too. Its own copies are left out: they were made anew for each reader.
  const { openapi, info } = description;
  SwaggerModule.setup(
    'api/docs',
    app,
    { openapi, info, paths: {} },
    { raw: false, customSiteTitle: info.title, swaggerOptions: { url: ADDRESS, spec: null } },
  );
}

/** The smallest first. */
async function formsOf(plain: Buffer): Promise<readonly Form[]> {
  const print = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(plain, { params }),
    promisify(gzip)(plain, { level: 9 }),
  ]);
  return [
    { body: brotli, etag: `"${print}-br"`, encoding: 'br' },
    { body: gzipped, etag: `"${print}-gzip"`, encoding: 'gzip' },
    { body: plain, etag: `"${print}"`, encoding: null },
  ];
}

/** The first form the reader can unpack; the last needs no unpacking. */
function fittingForm(forms: readonly Form[], accepted: string | string[] = ''): Form {
  const wanted = String(accepted).split(',').flatMap(wantedEncoding);
  const form = forms.find(({ encoding }) => encoding === null || wanted.includes(encoding));
  if (!form) throw new Error('one form is plain');
  return form;
}

function wantedEncoding(entry: string): string[] {
  const [name = '', weight = ''] = entry.split(';').map((part) => part.trim().toLowerCase());
  return /^q=0(\.0*)?$/.test(weight) ? [] : [name];
}

function isKnown({ etag }: Form, known: string | undefined): boolean {
  return known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
}
