import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchWriter } from '../../platform/database/batch-writer.js';
import { writeFamilyVotes, writeVotes, type VoteVerdict, type VoteWrite } from './vote.queries.js';

/**
 * The one way votes get into the database: with whatever else arrives at the moment, in one statement. Most questions
 * were never merged with another one; of those that were, all members have to be looked at.
 */
@Injectable()
export class VoteWriter {
  private readonly alone: BatchWriter<VoteWrite, VoteVerdict>;
  private readonly family: BatchWriter<VoteWrite, VoteVerdict>;

  constructor(dataSource: DataSource) {
    this.alone = new BatchWriter({ flush: (votes) => writeVotes(dataSource, votes) });
    this.family = new BatchWriter({ flush: (votes) => writeFamilyVotes(dataSource, votes) });
  }

  write(vote: VoteWrite, isAlone: boolean): Promise<VoteVerdict> {
    return (isAlone ? this.alone : this.family).write(vote);
  }
}
