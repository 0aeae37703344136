import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import { memberId, unitId } from '../../shared/kernel/ids.js';
import { holdFirstFill } from '../platform/database/first-fill.js';
import { rowOf } from '../platform/database/sql.js';
import { newId } from '../platform/ids.js';
import { OWN_LANGUAGE, textsOf } from '../platform/text/texts.js';
import en from './en.json' with { type: 'json' };
import { insertMember } from './member/member-write.queries.js';
import { Passwords } from './session/passwords.service.js';
import { insertUnit, lockTree } from './unit/unit.queries.js';
import vi from './vi.json' with { type: 'json' };

const t = textsOf('account', { vi, en })[OWN_LANGUAGE];
const CODE = 'ADMIN';

/** An organisation that starts from nothing needs one person who can let the others in. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
  ) {}

  /** Makes an administrator where there is no member at all; returns the login, which is told this once. */
  async ensure(): Promise<{ login: string; password: string } | null> {
    const password = randomBytes(12).toString('base64url');
    const passwordHash = await this.passwords.hash(password);
    return this.dataSource.transaction(async (tx) => {
      await holdFirstFill(tx);
      await lockTree(tx);
      const row = await rowOf(
        tx,
        z.object({ found: z.boolean() }),
        'SELECT EXISTS (SELECT 1 FROM member) OR EXISTS (SELECT 1 FROM unit) AS found',
      );
      if (row?.found) return null;
      const [unit, member] = [newId(unitId), newId(memberId)];
      await insertUnit(tx, unit, { name: t('first.unit'), parentId: null, headCount: 1 });
      const person = { fullName: t('first.administrator'), code: CODE, email: null, unitId: unit };
      // Nobody gave it but the installation, and its log knows it: the one who reads it there sets their own.
      await insertMember(tx, member, { ...person, passwordHash, givenBy: member });
      await tx.query(
        `INSERT INTO role_grant (id, member_id, role, granted_at) VALUES ($1, $2, 'admin', app_now())`,
        [v7(), member],
      );
      return { login: CODE, password };
    });
  }
}
