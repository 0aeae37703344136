import { z } from 'zod';

const POOL = 20;
const SMALLEST_POOL = 8;

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Every environment variable the server reads, with an example for its error message. */
export const configSchema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .meta({ example: 'postgres://haidang:secret@127.0.0.1:5432/haidang' }),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000).meta({ example: '3000' }),
  HOST: z.string().min(1).default('127.0.0.1').meta({ example: '127.0.0.1' }),
  DATA_DIR: z.string().min(1).default('.data').meta({ example: '/var/lib/haidang' }),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({ example: 'https://haidang.example' }),
  SESSION_SECRET: z.string().min(32).optional().meta({ example: '32 or more random characters' }),
  TRUSTED_PROXIES: z.string().default('').meta({ example: '10.0.0.1,10.0.0.2' }),
  DEMO: flag.default(false).meta({ example: 'true' }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .meta({ example: 'info' }),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).optional().meta({ example: '20' }),
  DATABASE_SAVING_POOL: z.coerce.number().int().min(4).max(100).default(8).meta({ example: '8' }),
  NODES: z.coerce.number().int().min(1).max(16).default(1).meta({ example: '2' }),
});

export type Config = z.infer<typeof configSchema> & { DATABASE_POOL: number };

export const CONFIG = Symbol('Config');

/** Parses the environment once at boot; the error names each variable that is wrong and shows an example. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = configSchema.safeParse(given);
  if (parsed.success) return { ...parsed.data, DATABASE_POOL: poolOf(parsed.data) };
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name}: ${issue.message}. Example: ${name}=${exampleOf(name)}`;
  });
  throw new Error(`The environment is not usable:\n${lines.join('\n')}`);
}

/** Nodes beside each other share what one alone would have, as far as each still has enough to work with. */
function poolOf({ DATABASE_POOL, NODES }: z.infer<typeof configSchema>): number {
  return DATABASE_POOL ?? Math.max(SMALLEST_POOL, Math.floor(POOL / NODES));
}

function exampleOf(name: string): string {
  const field = Object.entries(configSchema.shape).find(([key]) => key === name)?.[1];
  const described = z.object({ example: z.string() }).safeParse(field?.meta());
  return described.success ? described.data.example : '';
}
