// kokoro-js as a program that answers lines of ids: node peer.mjs THREADS, where 0 is "as a user gets it". The model is in models/model/onnx.
import { createInterface } from 'node:readline';
import { KokoroTTS } from 'kokoro-js';
import { env, StyleTextToSpeech2Model, Tensor } from '@huggingface/transformers';

env.allowRemoteModels = false;
env.localModelPath = `${process.cwd()}/models/`;
const threads = Number(process.argv[2]);
const session_options = threads === 0 ? {} : { intraOpNumThreads: threads, extra: { session: { intra_op: { allow_spinning: '0' } } } };
const began = performance.now();
const model = await StyleTextToSpeech2Model.from_pretrained('model', { dtype: 'fp32', device: 'cpu', session_options });
const speech = new KokoroTTS(model, null);
console.log(`ready ${performance.now() - began}`);
for await (const line of createInterface({ input: process.stdin })) {
  const ids = line.split(',').map(BigInt);
  const input = new Tensor('int64', BigInt64Array.from(ids), [1, ids.length]);
  const start = performance.now();
  const { audio } = await speech.generate_from_ids(input, { voice: 'af_heart' });
  console.log(`${performance.now() - start} ${audio.length}`);
}
process.exit(0);
