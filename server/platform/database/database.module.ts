import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

export type ConnectedDatabase = DataSource;

/** Hands the connected and migrated data source to everybody; Nest closes it last. */
export function databaseModule(dataSource: ConnectedDatabase): DynamicModule {
  return TypeOrmModule.forRootAsync({
    useFactory: () => dataSource.options,
    dataSourceFactory: async () => dataSource,
  });
}
