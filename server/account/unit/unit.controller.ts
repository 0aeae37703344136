import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  unitTree,
  unitView,
  writeUnit,
  type UnitTree,
  type UnitView,
  type WriteUnit,
} from '../../../shared/account/account.schema.js';
import { unitId, type UnitId } from '../../../shared/kernel/ids.js';
import { signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import { Body, CurrentViewer, Params, Route } from '../../platform/http/route.js';
import { canManageMembers } from '../account.policy.js';
import { UnitService } from './unit.service.js';

const params = z.object({ id: unitId });
type Which = { id: UnitId };

@Controller('api/units')
export class UnitController {
  constructor(private readonly units: UnitService) {}

  @Get()
  @Route({ out: unitTree, policy: signedIn, summary: 'The tree of units, depth first' })
  list(@CurrentViewer() viewer: Viewer): Promise<UnitTree> {
    return this.units.tree(viewer);
  }

  @Post()
  @Route({
    in: { body: writeUnit },
    out: unitView,
    status: 201,
    policy: canManageMembers,
    summary: 'Found a unit',
  })
  create(@CurrentViewer() viewer: Viewer, @Body() body: WriteUnit): Promise<UnitView> {
    return this.units.create(viewer, body);
  }

  @Put(':id')
  @Route({
    in: { params, body: writeUnit },
    out: unitView,
    policy: canManageMembers,
    summary: 'Rename or move a unit, or correct its head-count',
  })
  edit(@CurrentViewer() viewer: Viewer, @Params() { id }: Which, @Body() body: WriteUnit): Promise<UnitView> {
    return this.units.edit(viewer, id, body);
  }

  @Put(':id/closure')
  @Route({
    in: { params },
    out: unitView,
    policy: canManageMembers,
    summary: 'Close a unit that nobody belongs to',
  })
  close(@CurrentViewer() viewer: Viewer, @Params() { id }: Which): Promise<UnitView> {
    return this.units.close(viewer, id);
  }

  @Delete(':id/closure')
  @Route({ in: { params }, out: unitView, policy: canManageMembers, summary: 'Open a closed unit again' })
  reopen(@CurrentViewer() viewer: Viewer, @Params() { id }: Which): Promise<UnitView> {
    return this.units.reopen(viewer, id);
  }
}
