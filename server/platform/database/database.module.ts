import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SavingDataSource } from './data-source.js';

/** Connected, and migrated. */
export type ConnectedDatabase = { dataSource: DataSource; saving: SavingDataSource };

/** Hands the connections to everybody; Nest closes them last. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly saving: SavingDataSource) {}

  static with({ dataSource, saving }: ConnectedDatabase): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: async () => dataSource,
        }),
      ],
      providers: [{ provide: SavingDataSource, useValue: saving }],
      exports: [SavingDataSource],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.saving.isInitialized) await this.saving.destroy();
  }
}
