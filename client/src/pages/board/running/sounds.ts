import { keep, readKept } from '../../../ui/preferences.ts';
import type { ClockMark } from './clock.ts';

const SOUNDS_KEY = 'talkoot.sounds';

/** Does this device sound at one minute and at the end? */
export function hasSounds(): boolean {
  return readKept(SOUNDS_KEY) !== 'off';
}

/** Remembers whether it does. */
export function keepSounds(on: boolean): void {
  keep(SOUNDS_KEY, on ? 'on' : 'off');
}

let context: AudioContext | null = null;

/** Browsers let a page sound once its reader did something there: from then on it can. Answers how to stop waiting. */
export function readySounds(): () => void {
  const stop = new AbortController();
  const begin = (): void => {
    stop.abort();
    void audio();
  };
  for (const event of ['pointerdown', 'keydown']) {
    window.addEventListener(event, begin, { signal: stop.signal, capture: true });
  }
  return () => stop.abort();
}

async function audio(): Promise<AudioContext> {
  context ??= new AudioContext();
  if (context.state === 'suspended') await context.resume();
  return context;
}

/** Hz of the tones one after another: one minute left is a question, the end an answer. */
const TONES: Record<ClockMark, readonly number[]> = { minute: [523.25, 659.25], end: [659.25, 523.25, 392] };
const TONE_S = 0.28;
const LOUD = 0.09;

/** Sounds a mark of the clock, where this device may. */
export function sound(mark: ClockMark): void {
  if (context?.state !== 'running' || !hasSounds()) return;
  for (const [index, hertz] of TONES[mark].entries()) tone(context, hertz, context.currentTime + index * TONE_S);
}

function tone(on: AudioContext, hertz: number, at: number): void {
  const [source, gain] = [on.createOscillator(), on.createGain()];
  source.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUD, at + 0.03);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + TONE_S * 3);
  source.connect(gain).connect(on.destination);
  source.start(at);
  source.stop(at + TONE_S * 3);
}

/** Seconds of noise that are played round and round. */
const NOISE_S = 8;
const CALM_LOUD = 0.06;
/** An open fifth over two octaves: it wants to go nowhere. */
const PAD = [110, 164.81, 220];

let calm: { gain: GainNode; sources: AudioScheduledSourceNode[] } | null = null;

/** Does the calm background sound play on this device? */
export function playsCalm(): boolean {
  return calm !== null;
}

/** Begins or ends the background sound, slowly. It is never remembered: no page sounds by itself. */
export async function setCalm(on: boolean): Promise<void> {
  const was = calm;
  if (on === (was !== null)) return;
  if (!on && was) {
    calm = null;
    const end = was.gain.context.currentTime + 1.5;
    was.gain.gain.linearRampToValueAtTime(0, end);
    for (const source of was.sources) source.stop(end);
    return;
  }
  const at = await audio();
  const gain = at.createGain();
  gain.gain.setValueAtTime(0, at.currentTime);
  gain.gain.linearRampToValueAtTime(CALM_LOUD, at.currentTime + 3);
  gain.connect(at.destination);
  calm = { gain, sources: [waves(at, gain), ...PAD.map((hertz) => pad(at, hertz, gain))] };
}

/** Brown noise behind a low filter: like the sea from far away. */
function waves(at: AudioContext, to: AudioNode): AudioScheduledSourceNode {
  const buffer = at.createBuffer(1, at.sampleRate * NOISE_S, at.sampleRate);
  const samples = buffer.getChannelData(0);
  let level = 0;
  for (let index = 0; index < samples.length; index++) {
    level = (level + 0.02 * (Math.random() * 2 - 1)) / 1.02;
    // Both ends are silent, so that the seam is not heard.
    const seam = Math.min(1, index / at.sampleRate, (samples.length - index) / at.sampleRate);
    samples[index] = level * 3.5 * seam;
  }
  const [source, filter] = [at.createBufferSource(), at.createBiquadFilter()];
  source.buffer = buffer;
  source.loop = true;
  filter.frequency.value = 420;
  source.connect(filter).connect(to);
  source.start();
  return source;
}

function pad(at: AudioContext, hertz: number, to: AudioNode): AudioScheduledSourceNode {
  const [source, gain] = [at.createOscillator(), at.createGain()];
  source.frequency.value = hertz;
  gain.gain.value = 0.12;
  source.connect(gain).connect(to);
  source.start();
  return source;
}
