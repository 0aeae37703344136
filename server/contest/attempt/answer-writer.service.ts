import { Injectable } from '@nestjs/common';
import { BatchWriter } from '../../platform/database/batch-writer.js';
import { SavingDataSource } from '../../platform/database/data-source.js';
import { writeAnswers, type AnswerWrite, type WrittenAnswer } from './answer.queries.js';

/** The one way an answer gets into the database: with whatever else arrives at the moment, in one statement. */
@Injectable()
export class AnswerWriter {
  private readonly writer: BatchWriter<AnswerWrite, WrittenAnswer>;

  constructor(saving: SavingDataSource) {
    this.writer = new BatchWriter({ flush: (writes) => writeAnswers(saving, writes) });
  }

  write(answer: AnswerWrite): Promise<WrittenAnswer> {
    return this.writer.write(answer);
  }
}
