import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Sessions } from './sessions.service.js';

/** `reader` is the module that exports a `SessionReader`. */
@Global()
@Module({})
export class SessionsModule {
  static readingFrom(reader: NonNullable<DynamicModule['imports']>[number]): DynamicModule {
    return { module: SessionsModule, imports: [reader], providers: [Sessions], exports: [Sessions] };
  }
}
