import { Controller, Get } from '@nestjs/common';
import {
  currentRounds,
  latestUnitStanding,
  type CurrentRounds,
  type LatestUnitStanding,
} from '../../../shared/contest/home.schema.js';
import { signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import { CurrentViewer, Route } from '../../platform/http/route.js';
import { CurrentRoundService } from './current-round.service.js';

@Controller('api')
export class CurrentRoundController {
  constructor(private readonly rounds: CurrentRoundService) {}

  @Get('rounds/current')
  @Route({ out: currentRounds, policy: signedIn, summary: 'Open and coming rounds one may enter' })
  current(@CurrentViewer() viewer: Viewer): Promise<CurrentRounds> {
    return this.rounds.current(viewer);
  }

  @Get('unit-standings/latest')
  @Route({
    out: latestUnitStanding,
    policy: signedIn,
    summary: "Own unit's place in the last round that is out",
  })
  latest(@CurrentViewer() viewer: Viewer): Promise<LatestUnitStanding> {
    return this.rounds.latestUnitStanding(viewer);
  }
}
