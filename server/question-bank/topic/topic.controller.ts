import { Controller, Delete, Get, Put } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { topicMergeInvalid, topicNameTaken } from '../../../shared/question-bank/question.errors.js';
import { topicId } from '../../../shared/question-bank/question.schema.js';
import {
  mergeTopic,
  renameTopic,
  topicPage,
  type MergeTopic,
  type RenameTopic,
  type TopicPage,
} from '../../../shared/question-bank/topic.schema.js';
import { Body, CurrentViewer, noContent, Params, Route } from '../../platform/http/route.js';
import { canUseBank } from '../bank.policy.js';
import { TopicService } from './topic.service.js';

const byId = z.object({ id: topicId });
type ById = z.infer<typeof byId>;

@Controller('api/topics')
export class TopicController {
  constructor(private readonly topics: TopicService) {}

  @Get()
  @Route({ out: topicPage, policy: canUseBank, summary: 'Topics by name' })
  list(): Promise<TopicPage> {
    return this.topics.list();
  }

  @Put(':id/name')
  @Route({
    in: { params: byId, body: renameTopic },
    out: noContent,
    policy: canUseBank,
    fails: [topicNameTaken],
    summary: 'Rename a topic',
  })
  rename(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ById,
    @Body() { name }: RenameTopic,
  ): Promise<void> {
    return this.topics.rename(viewer, id, name);
  }

  @Put(':id/successor')
  @Route({
    in: { params: byId, body: mergeTopic },
    out: noContent,
    policy: canUseBank,
    fails: [topicMergeInvalid],
    summary: 'Merge a topic into another',
  })
  merge(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ById,
    @Body() { into }: MergeTopic,
  ): Promise<void> {
    return this.topics.merge(viewer, id, into);
  }

  @Put(':id/retirement')
  @Route({
    in: { params: byId },
    out: noContent,
    policy: canUseBank,
    summary: 'Offer a topic for nothing new',
  })
  retire(@CurrentViewer() viewer: Viewer, @Params() { id }: ById): Promise<void> {
    return this.topics.retire(viewer, id, true);
  }

  @Delete(':id/retirement')
  @Route({ in: { params: byId }, out: noContent, policy: canUseBank, summary: 'Offer a topic again' })
  restore(@CurrentViewer() viewer: Viewer, @Params() { id }: ById): Promise<void> {
    return this.topics.retire(viewer, id, false);
  }
}
