import { Controller, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  memberView,
  setCoordinators,
  setRoles,
  unitView,
  type MemberView,
  type SetCoordinators,
  type SetRoles,
  type UnitView,
} from '../../../shared/account/account.schema.js';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Body, CurrentViewer, Params, Route } from '../../platform/http/route.js';
import { canManageMembers } from '../account.policy.js';
import { RoleService } from './role.service.js';
import { UnitService } from '../unit/unit.service.js';

const byMember = z.object({ id: memberId });
const byUnit = z.object({ id: unitId });
const policy = canManageMembers;

/** Who may do what: the roles of a member, and the coordinators of a unit. */
@Controller('api')
export class RoleController {
  constructor(
    private readonly roles: RoleService,
    private readonly units: UnitService,
  ) {}

  @Put('members/:id/roles')
  @Route({
    in: { params: byMember, body: setRoles },
    out: memberView,
    policy,
    summary: 'Give a member exactly these roles',
  })
  setRoles(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: z.infer<typeof byMember>,
    @Body() body: SetRoles,
  ): Promise<MemberView> {
    return this.roles.set(viewer, id, body);
  }

  @Put('units/:id/coordinators')
  @Route({
    in: { params: byUnit, body: setCoordinators },
    out: unitView,
    policy,
    summary: 'Name the coordinators of a unit, all at once',
  })
  async setCoordinators(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: z.infer<typeof byUnit>,
    @Body() { memberIds }: SetCoordinators,
  ): Promise<UnitView> {
    await this.roles.setCoordinators(viewer, id, memberIds);
    return this.units.one(viewer, id);
  }
}
