import { betterAuth } from 'better-auth';
import pg from 'pg';
import { v4 } from 'uuid';
import type { Config } from '../../platform/config.js';

export const AUTH_LIBRARY = Symbol('AuthLibrary');

export const SESSION_SECONDS = 30 * 24 * 3600;
const columns = { createdAt: 'created_at', updatedAt: 'updated_at' };

/**
 * The sign-in library, behind our own routes: passwords, sessions and their cookies. Its own routes, sign-up, guard
 * and limiter stay off.
 */
export function createAuthLibrary(config: Config, secret: string) {
  const pool = new pg.Pool({ connectionString: config.DATABASE_URL, max: 5, connectionTimeoutMillis: 3_000 });
  pool.on('error', () => undefined);
  const auth = betterAuth({
    database: pool,
    secret,
    baseURL: config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`,
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: 10,
      maxPasswordLength: 200,
    },
    user: { modelName: 'auth_user', fields: { emailVerified: 'email_verified', ...columns } },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...columns,
      },
      expiresIn: SESSION_SECONDS,
    },
    account: {
      modelName: 'auth_account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...columns,
      },
    },
    verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...columns } },
    advanced: {
      cookiePrefix: 'haidang',
      useSecureCookies: false,
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'lax',
        secure: config.PUBLIC_URL?.startsWith('https:') ?? false,
      },
      database: { generateId: () => v4() },
      ipAddress: { disableIpTracking: true },
    },
  });
  return { auth, close: () => pool.end() };
}

export type AuthLibrary = ReturnType<typeof createAuthLibrary>;
