type JsonSchema = Record<string, unknown>;

/** Schemas under names, so that what several routes take or answer is described once. */
export class OpenApiComponents {
  readonly schemas: Record<string, JsonSchema> = {};
  private readonly names = new Map<string, string>();

  name(name: string, schema: JsonSchema): void {
    this.schemas[name] = schema;
    this.names.set(JSON.stringify(schema), name);
  }

  /** A reference to the schema: under the name it has already, else under this one. */
  refTo(name: string, schema: JsonSchema): { $ref: string } {
    const key = JSON.stringify(schema);
    if (!this.names.has(key)) this.name(name.replace('Controller', ''), schema);
    return { $ref: `#/components/schemas/${this.names.get(key)}` };
  }
}
