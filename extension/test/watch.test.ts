import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Look, Server } from '../src/shared/server.ts';
import { ServerWatch, type WatchWorld } from '../src/ui/watch.ts';

class World implements WatchWorld {
  hidden = false;
  timer: { readonly milliseconds: number; readonly act: () => void } | null = null;
  become: () => void = () => {};
  readonly shown: string[] = [];
  readonly watch = new ServerWatch(this, (look, { address }) => this.shown.push(`${address} ${look.state}`));

  after(milliseconds: number, act: () => void): () => void {
    this.timer = { milliseconds, act };
    return () => {
      this.timer = null;
    };
  }

  isHidden(): boolean {
    return this.hidden;
  }

  onVisible(act: () => void): void {
    this.become = act;
  }
}

/** A server that looks so, each time the next one; a look that is asked for waits for `answer`. */
class Looks {
  asked = 0;
  private answers: ((state: Look['state']) => void)[] = [];

  constructor(readonly address: string) {}

  get server(): Server {
    return this as unknown as Server;
  }

  look(): Promise<Look> {
    this.asked++;
    return new Promise((resolve) => this.answers.push((state) => resolve({ state } as Look)));
  }

  async answer(state: Look['state']): Promise<void> {
    this.answers.shift()!(state);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('a server that is not there is looked for every two seconds, one that is there seldom', async () => {
  const [world, server] = [new World(), new Looks('one')];
  void world.watch.use(server.server);
  await server.answer('gone');
  assert.equal(world.timer?.milliseconds, 2000);
  world.timer.act();
  await server.answer('there');
  assert.equal(world.timer?.milliseconds, 15_000);
  assert.deepEqual(world.shown, ['one gone', 'one there']);
});

test('nobody is asked while nobody looks at the page, and at once when somebody does', async () => {
  const [world, server] = [new World(), new Looks('one')];
  void world.watch.use(server.server);
  await server.answer('gone');
  world.hidden = true;
  world.timer!.act();
  assert.equal(server.asked, 1);
  world.hidden = false;
  world.become();
  assert.equal(server.asked, 2);
});

test('a late answer of the server before is not shown', async () => {
  const [world, one, other] = [new World(), new Looks('one'), new Looks('other')];
  void world.watch.use(one.server);
  void world.watch.use(other.server);
  await other.answer('unpaired');
  await one.answer('gone');
  assert.deepEqual(world.shown, ['other unpaired']);
});
