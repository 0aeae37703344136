import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  createMember,
  departMember,
  editMember,
  memberPage,
  memberQuery,
  memberView,
  setPassword,
  transferMember,
  type CreateMember,
  type DepartMember,
  type EditMember,
  type MemberPage,
  type MemberQuery,
  type MemberView,
  type SetPassword,
  type TransferMember,
} from '../../../shared/account/account.schema.js';
import { memberId, type MemberId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Body, CurrentViewer, noContent, Params, Query, Route } from '../../platform/http/route.js';
import { canBrowseMembers, canManageMembers } from '../account.policy.js';
import { MemberAccess } from './member-access.service.js';
import { MemberService } from './member.service.js';
import { MembershipService } from './membership.service.js';

const params = z.object({ id: memberId });
type Which = { id: MemberId };
const policy = canManageMembers;
const out = memberView;

@Controller('api/members')
export class MemberController {
  constructor(
    private readonly access: MemberAccess,
    private readonly members: MemberService,
    private readonly memberships: MembershipService,
  ) {}

  @Get()
  @Route({
    in: { query: memberQuery },
    out: memberPage,
    policy: canBrowseMembers,
    summary: 'Members within reach, by name, with a search that ignores accents',
  })
  list(@CurrentViewer() viewer: Viewer, @Query() query: MemberQuery): Promise<MemberPage> {
    return this.members.list(viewer, query);
  }

  @Post()
  @Route({
    in: { body: createMember },
    out,
    status: 201,
    policy,
    summary: 'Add a member with a first password',
  })
  create(@CurrentViewer() viewer: Viewer, @Body() body: CreateMember): Promise<MemberView> {
    return this.members.create(viewer, body);
  }

  @Get(':id')
  @Route({ in: { params }, out, policy: canBrowseMembers, summary: 'A member with their stays in units' })
  read(@CurrentViewer() viewer: Viewer, @Params() { id }: Which): Promise<MemberView> {
    return this.access.view(viewer, id);
  }

  @Put(':id')
  @Route({ in: { params, body: editMember }, out, policy, summary: 'Correct name, code and e-mail' })
  edit(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: Which,
    @Body() body: EditMember,
  ): Promise<MemberView> {
    return this.members.edit(viewer, id, body);
  }

  @Put(':id/unit')
  @Route({ in: { params, body: transferMember }, out, policy, summary: 'Transfer a member to another unit' })
  transfer(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: Which,
    @Body() body: TransferMember,
  ): Promise<MemberView> {
    return this.memberships.transfer(viewer, id, body);
  }

  @Put(':id/departure')
  @Route({ in: { params, body: departMember }, out, policy, summary: 'Record that a member has left' })
  depart(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: Which,
    @Body() body: DepartMember,
  ): Promise<MemberView> {
    return this.memberships.depart(viewer, id, body);
  }

  @Delete(':id/departure')
  @Route({ in: { params }, out, policy, summary: 'Take a member back who had left' })
  takeBack(@CurrentViewer() viewer: Viewer, @Params() { id }: Which): Promise<MemberView> {
    return this.memberships.takeBack(viewer, id);
  }

  @Put(':id/password')
  @Route({
    in: { params, body: setPassword },
    out: noContent,
    policy,
    summary: 'Set a new password and sign the member out everywhere',
  })
  setPassword(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: Which,
    @Body() body: SetPassword,
  ): Promise<void> {
    return this.members.setPassword(viewer, id, body);
  }
}
