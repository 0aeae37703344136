import type { MetadataScanner } from '@nestjs/core';

export type Method = (...parameters: unknown[]) => unknown;

/** The methods of a provider or controller, each with its name. */
export function methodsOf(scanner: MetadataScanner, instance: object): { name: string; handler: Method }[] {
  const prototype: unknown = Object.getPrototypeOf(instance);
  if (typeof prototype !== 'object' || prototype === null) return [];
  return scanner.getAllMethodNames(prototype).flatMap((name) => {
    const handler: unknown = Reflect.get(instance, name);
    return isMethod(handler) ? [{ name, handler }] : [];
  });
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function';
}
