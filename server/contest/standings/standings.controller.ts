import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { roundId } from '../../../shared/contest/contest.schema.js';
import {
  standingsPage,
  standingsQuery,
  unitStandings,
  type StandingsPage,
  type UnitStandings,
} from '../../../shared/contest/standings.schema.js';
import type { PageQuery } from '../../../shared/kernel/page.js';
import { signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import { CurrentViewer, Params, Query, Route } from '../../platform/http/route.js';
import { StandingsService } from './standings.service.js';

const byRound = z.object({ id: roundId });

@Controller('api/rounds/:id')
export class StandingsController {
  constructor(private readonly standings: StandingsService) {}

  @Get('standings')
  @Route({
    in: { params: byRound, query: standingsQuery },
    out: standingsPage,
    policy: signedIn,
    summary: 'Standings of members',
  })
  members(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: z.infer<typeof byRound>,
    @Query() query: PageQuery,
  ): Promise<StandingsPage> {
    return this.standings.page(viewer, id, query);
  }

  @Get('unit-standings')
  @Route({ in: { params: byRound }, out: unitStandings, policy: signedIn, summary: 'Standings of units' })
  units(@CurrentViewer() viewer: Viewer, @Params() { id }: z.infer<typeof byRound>): Promise<UnitStandings> {
    return this.standings.units(viewer, id);
  }
}
