/**
 * How Node runs the application. What hundreds of requests hold while they wait for one commit must not be copied again
 * and again by the collector of young objects, so these get 32 MB instead of 16.
 */
export const SERVER_FLAGS = ['--enable-source-maps', '--max-semi-space-size=32'];
