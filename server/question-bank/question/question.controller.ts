import { Controller, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  changedCount,
  createQuestion,
  editQuestion,
  moveQuestions,
  questionId,
  questionPage,
  questionQuery,
  questionView,
  reviewQuestions,
  type CreateQuestion,
  type EditQuestion,
  type QuestionPage,
  type QuestionQuery,
  type QuestionView,
} from '../../../shared/question-bank/question.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Body, CurrentViewer, Params, Query, Route } from '../../platform/http/route.js';
import { canUseBank } from '../bank.policy.js';
import { QuestionService } from './question.service.js';

const byId = z.object({ id: questionId });
type ById = z.infer<typeof byId>;

@Controller('api')
export class QuestionController {
  constructor(private readonly questions: QuestionService) {}

  @Get('questions')
  @Route({ in: { query: questionQuery }, out: questionPage, policy: canUseBank, summary: 'Find questions' })
  list(@Query() query: QuestionQuery): Promise<QuestionPage> {
    return this.questions.list(query);
  }

  @Post('questions')
  @Route({
    in: { body: createQuestion },
    out: questionView,
    policy: canUseBank,
    status: 201,
    summary: 'Write a question',
  })
  create(@CurrentViewer() viewer: Viewer, @Body() body: CreateQuestion): Promise<QuestionView> {
    return this.questions.create(viewer, body);
  }

  @Put('questions/review')
  @Route({
    in: { body: reviewQuestions },
    out: changedCount,
    policy: canUseBank,
    summary: 'Approve, retire or reopen questions',
  })
  async review(
    @CurrentViewer() viewer: Viewer,
    @Body() { ids, state }: z.infer<typeof reviewQuestions>,
  ): Promise<z.infer<typeof changedCount>> {
    return { changed: await this.questions.review(viewer, ids, state) };
  }

  @Put('questions/topic')
  @Route({
    in: { body: moveQuestions },
    out: changedCount,
    policy: canUseBank,
    summary: 'Move questions to a topic',
  })
  async move(
    @CurrentViewer() viewer: Viewer,
    @Body() { ids, topic }: z.infer<typeof moveQuestions>,
  ): Promise<z.infer<typeof changedCount>> {
    return { changed: await this.questions.move(viewer, ids, topic) };
  }

  @Get('questions/:id')
  @Route({
    in: { params: byId },
    out: questionView,
    policy: canUseBank,
    summary: 'A question with its versions',
  })
  read(@Params() { id }: ById): Promise<QuestionView> {
    return this.questions.read(id);
  }

  @Put('questions/:id')
  @Route({
    in: { params: byId, body: editQuestion },
    out: questionView,
    policy: canUseBank,
    summary: 'Edit a question',
  })
  edit(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ById,
    @Body() body: EditQuestion,
  ): Promise<QuestionView> {
    return this.questions.edit(viewer, id, body);
  }
}
