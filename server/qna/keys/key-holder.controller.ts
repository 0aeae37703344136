import { Controller, Get, Put } from '@nestjs/common';
import type { z } from 'zod';
import { signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import { keyHolder, keyHolders, registerKey, type KeyHolder } from '../../../shared/qna/opening.schema.js';
import { Body, CurrentViewer, Route } from '../../platform/http/route.js';
import { KeyHolders } from './key-holder.service.js';

@Controller('api/qna-key-holders')
export class KeyHolderController {
  constructor(private readonly holders: KeyHolders) {}

  @Get()
  @Route({ out: keyHolders, policy: signedIn, summary: 'Who can hold a key to sealed authors' })
  async list(@CurrentViewer() viewer: Viewer): Promise<z.infer<typeof keyHolders>> {
    return { items: await this.holders.list(viewer), next: null };
  }

  @Put('me')
  @Route({
    in: { body: registerKey },
    out: keyHolder,
    policy: signedIn,
    summary: 'Make a key of one’s own the current one; the private half stays on the device',
  })
  register(
    @CurrentViewer() viewer: Viewer,
    @Body() { publicKey }: z.infer<typeof registerKey>,
  ): Promise<KeyHolder> {
    return this.holders.register(viewer, publicKey);
  }
}
