import { Controller, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { anyone } from '../../../shared/kernel/viewer.js';
import {
  askedReceipt,
  askInquiry,
  castVote,
  editInquiry,
  inquiryPage,
  inquiryQuery,
  ownInquiries,
  ownInquiriesRequest,
  ownInquiry,
  similarInquiries,
  similarRequest,
  voteReceipt,
  withdrawInquiry,
  type AskedReceipt,
  type AskInquiry,
  type InquiryPage,
  type OwnInquiries,
  type OwnInquiry,
  type SimilarInquiries,
  type VoteReceipt,
} from '../../../shared/qna/inquiry.schema.js';
import { inquiryId, qnaSessionId } from '../../../shared/qna/session.schema.js';
import { Body, FromAsker, Params, Query, Route, type Asker } from '../../platform/http/route.js';
import { AskingService } from './asking.service.js';
import { InquiryList } from './inquiry-list.service.js';
import { OwnInquiries as OwnInquiryService } from './own-inquiries.service.js';
import { VoteService } from './vote.service.js';

const bySession = z.object({ id: qnaSessionId });
type BySession = z.infer<typeof bySession>;
const byInquiry = z.object({ id: inquiryId });
type ByInquiry = z.infer<typeof byInquiry>;

/** Members and guests alike, so every route asks for a seat in the session itself. */
@Controller('api')
export class InquiryController {
  constructor(
    private readonly lists: InquiryList,
    private readonly asking: AskingService,
    private readonly own: OwnInquiryService,
    private readonly votes: VoteService,
  ) {}

  @Get('qna-sessions/:id/inquiries')
  @Route({
    in: { params: bySession, query: inquiryQuery },
    out: inquiryPage,
    policy: anyone,
    summary: 'Questions the room sees, in one of three orders',
  })
  list(
    @FromAsker() asker: Asker,
    @Params() { id }: BySession,
    @Query() query: z.infer<typeof inquiryQuery>,
  ): Promise<InquiryPage> {
    return this.lists.page(asker, id, query);
  }

  @Post('qna-sessions/:id/inquiries')
  @Route({
    in: { params: bySession, body: askInquiry },
    out: askedReceipt,
    policy: anyone,
    status: 201,
    summary: 'Ask; the same key again gets the same receipt',
  })
  ask(
    @FromAsker() asker: Asker,
    @Params() { id }: BySession,
    @Body() body: AskInquiry,
  ): Promise<AskedReceipt> {
    return this.asking.ask(asker, id, body);
  }

  @Post('qna-sessions/:id/own-inquiries')
  @Route({
    in: { params: bySession, body: ownInquiriesRequest },
    out: ownInquiries,
    policy: anyone,
    status: 200,
    summary: 'What became of one’s own questions: those asked by name and those one has the keys of',
  })
  listOwn(
    @FromAsker() asker: Asker,
    @Params() { id }: BySession,
    @Body() { keys }: z.infer<typeof ownInquiriesRequest>,
  ): Promise<OwnInquiries> {
    return this.own.list(asker, id, keys);
  }

  @Post('qna-sessions/:id/similar-inquiries')
  @Route({
    in: { params: bySession, body: similarRequest },
    out: similarInquiries,
    policy: anyone,
    status: 200,
    summary: 'Questions close to a text, to support instead of asking again',
  })
  similar(
    @FromAsker() asker: Asker,
    @Params() { id }: BySession,
    @Body() { text }: z.infer<typeof similarRequest>,
  ): Promise<SimilarInquiries> {
    return this.lists.similar(asker, id, text);
  }

  @Put('inquiries/:id')
  @Route({
    in: { params: byInquiry, body: editInquiry },
    out: ownInquiry,
    policy: anyone,
    summary: 'Write one’s own question anew, as long as nobody supports it',
  })
  edit(
    @FromAsker() asker: Asker,
    @Params() { id }: ByInquiry,
    @Body() body: z.infer<typeof editInquiry>,
  ): Promise<OwnInquiry> {
    return this.own.edit(asker, id, body);
  }

  @Put('inquiries/:id/withdrawal')
  @Route({
    in: { params: byInquiry, body: withdrawInquiry },
    out: ownInquiry,
    policy: anyone,
    summary: 'Withdraw one’s own question',
  })
  withdraw(
    @FromAsker() asker: Asker,
    @Params() { id }: ByInquiry,
    @Body() { key }: z.infer<typeof withdrawInquiry>,
  ): Promise<OwnInquiry> {
    return this.own.withdraw(asker, id, key);
  }

  @Put('inquiries/:id/vote')
  @Route({
    in: { params: byInquiry, body: castVote },
    out: voteReceipt,
    policy: anyone,
    summary: 'Support a question, or take it back',
  })
  vote(
    @FromAsker() asker: Asker,
    @Params() { id }: ByInquiry,
    @Body() { up }: z.infer<typeof castVote>,
  ): Promise<VoteReceipt> {
    return this.votes.cast(asker, id, up);
  }
}
