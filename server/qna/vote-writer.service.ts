import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchWriter } from '../platform/database/batch-writer.js';
import { writeVotes, type VoteVerdict, type VoteWrite } from './vote.queries.js';

/** The one way a vote gets into the database: with whatever else arrives at the moment, in one statement. */
@Injectable()
export class VoteWriter {
  private readonly writer: BatchWriter<VoteWrite, VoteVerdict>;

  constructor(dataSource: DataSource) {
    this.writer = new BatchWriter({ flush: (votes) => writeVotes(dataSource, votes) });
  }

  write(vote: VoteWrite): Promise<VoteVerdict> {
    return this.writer.write(vote);
  }
}
