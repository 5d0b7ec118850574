// The servers that are measured, each behind the same few calls: start, kill, a seat in a room, frames.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as encoding from 'lib0/encoding';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..', '..');
const TOKEN = 'bench-setup-token';

export const TARGETS = {
  floor: { file: 'floor.mjs', stores: false, merges: false },
  'floor-tick': { file: 'floor.mjs', env: { TICK: '10' }, stores: false, merges: false },
  yws: { file: 'yws.mjs', stores: false, merges: true },
  hocuspocus: { file: 'hocuspocus.mjs', stores: true, merges: true, prefix: true },
  talkoot: { main: join(ROOT, 'server', 'src', 'main.ts'), stores: true, merges: true, http: true },
};

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** One running server of a kind, with its data in a folder of its own. */
export class Target {
  constructor(name) {
    this.name = name;
    this.kind = TARGETS[name];
    this.data = mkdtempSync(join(tmpdir(), `bench-${name}-`));
    this.cookie = '';
  }

  async start() {
    this.port ??= await freePort();
    const { file, main, env } = this.kind;
    const settings = {
      TALKOOT_DATA_DIR: this.data,
      TALKOOT_SETUP_TOKEN: TOKEN,
      TALKOOT_TRUSTED_PROXIES: 'loopback',
      LOG_LEVEL: 'error',
    };
    this.child = spawn(process.execPath, [main ?? join(HERE, file)], {
      env: {
        ...process.env,
        ...settings,
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DATA: this.data,
        NODE_ENV: 'production',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve, reject) => {
      this.child.once('exit', (code) => reject(new Error(`${this.name} ended with ${code}`)));
      this.child.stdout.on('data', (data) => /ready|is running/.test(String(data)) && resolve());
    });
    if (this.kind.http && !this.cookie) await this.#setUp();
  }

  async #setUp() {
    const account = { token: TOKEN, name: 'Bench', email: 'bench@example.org', password: 'bench password 1' };
    await this.post('/setup', account);
  }

  /** Asks the HTTP side as the owner, or as a new guest from another address. */
  async post(path, body, guest) {
    const response = await fetch(`http://127.0.0.1:${this.port}/api/v1${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: `http://127.0.0.1:${this.port}`,
        cookie: guest?.cookie ?? this.cookie,
        ...(guest ? { 'x-forwarded-for': guest.ip } : { 'x-forwarded-for': '10.250.0.1' }),
      },
      body: JSON.stringify(body),
    });
    const set = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    if (set && guest) guest.cookie = set;
    else if (set) this.cookie = set;
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`);
    return text ? JSON.parse(text) : {};
  }

  /** A room; for us a workshop that is open. */
  async room(name) {
    if (!this.kind.http) return { name };
    const workshop = await this.post('/workshops', { title: name, language: 'en' });
    await this.post(`/workshops/${workshop.id}/commands`, { id: `open-${workshop.id}`, type: 'open' });
    return { name: workshop.id, code: workshop.joinCode, owner: workshop.participant.id };
  }

  /** A place for one client: where to connect and as whom. `owner` sits as the facilitator. */
  async seat(room, index, owner = false) {
    const base = `ws://127.0.0.1:${this.port}`;
    if (!this.kind.http)
      return {
        url: this.kind.prefix ? base : `${base}/${room.name}`,
        who: `p${index}`,
        clientId: 1_000 + index,
        room: room.name,
      };
    let guest;
    let who = room.owner;
    if (!owner) {
      guest = { ip: `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`, cookie: '' };
      who = (await this.post('/join', { code: room.code, name: `Guest ${index}` }, guest)).participant.id;
    }
    const { ticket, clientId } = await this.post(`/workshops/${room.name}/ticket`, {}, guest);
    return { url: `${base}/sync/${room.name}?ticket=${ticket}`, who, clientId, room: room.name };
  }

  /** Puts a frame into the target's envelope. */
  wrap(seat, bytes) {
    if (!this.kind.prefix) return bytes;
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, seat.room);
    encoding.writeUint8Array(encoder, bytes);
    return encoding.toUint8Array(encoder);
  }

  /** Frames to send before anything else. */
  greeting(seat) {
    if (!this.kind.prefix) return [];
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'token');
    return [this.wrap(seat, encoding.toUint8Array(encoder))];
  }

  cpuSeconds() {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  memoryMiB(what = 'VmRSS') {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)[1]) / 1024;
  }

  kill(signal = 'SIGKILL') {
    return new Promise((resolve) => {
      this.child.removeAllListeners('exit');
      this.child.once('exit', resolve);
      this.child.kill(signal);
    });
  }

  async dispose() {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }
}
