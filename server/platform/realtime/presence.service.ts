import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { NodeBus } from './node-bus.service.js';
import { NodeRoster } from '../database/node-roster.service.js';

/**
 * What one kind of presence is made of. `part`: what a node says of a place, such as how many sockets it has there; it
 * must fit into a word between nodes. `own`: this node's part just now, null for nobody. `onChange`: another node's part
 * is other than it was.
 */
export type PresenceKind<Part> = {
  kind: string;
  part: z.ZodType<Part>;
  own: (place: string) => Promise<Part | null>;
  onChange: (place: string) => void;
};

/** Who is where, over all nodes: each tells the others its part of a place when it changes, and whoever asks adds up. */
@Injectable()
export class Presence {
  constructor(
    private readonly bus: NodeBus,
    private readonly roster: NodeRoster,
  ) {}

  share<Part>(kind: PresenceKind<Part>): SharedPresence<Part> {
    return new SharedPresence(kind, this.bus, this.roster);
  }
}

export class SharedPresence<Part> {
  /** This node's parts as the others know them. */
  private readonly told = new Map<string, string>();
  private readonly parts = new Map<number, Map<string, Part>>();
  private readonly word: string;

  constructor(
    private readonly kind: PresenceKind<Part>,
    private readonly bus: NodeBus,
    private readonly roster: NodeRoster,
  ) {
    this.word = `presence.${kind.kind}`;
    const word = z.object({ place: z.string(), part: kind.part.nullable() });
    bus.on(this.word, word, ({ place, part }, from) => this.take(from, place, part));
    roster.onJoin((node) => this.tellAll(node));
    roster.onGone(() => this.forgetGone());
    bus.onGap(() => this.tellAll());
  }

  /** Looks at this node's part of a place anew, and tells the others if it changed. */
  async refresh(place: string): Promise<void> {
    const part = await this.kind.own(place);
    const text = part === null ? undefined : JSON.stringify(part);
    if (text === this.told.get(place)) return;
    if (text === undefined) this.told.delete(place);
    else this.told.set(place, text);
    this.bus.tell(this.word, { place, part });
  }

  /** The parts of the other nodes. */
  others(place: string): Part[] {
    const found: Part[] = [];
    for (const places of this.parts.values()) {
      const part = places.get(place);
      if (part !== undefined) found.push(part);
    }
    return found;
  }

  private take(node: number, place: string, part: Part | null): void {
    const places = this.parts.get(node) ?? new Map<string, Part>();
    if (part === null) places.delete(place);
    else places.set(place, part);
    this.parts.set(node, places);
    this.kind.onChange(place);
  }

  private tellAll(node?: number): void {
    for (const [place, text] of this.told) {
      const part: unknown = JSON.parse(text);
      this.bus.tell(this.word, { place, part }, node);
    }
  }

  private forgetGone(): void {
    const there = new Set(this.roster.others());
    for (const [node, places] of [...this.parts].filter(([known]) => !there.has(known))) {
      this.parts.delete(node);
      for (const place of places.keys()) this.kind.onChange(place);
    }
  }
}
