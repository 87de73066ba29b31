// What OpenAI's own client hears of a server: `node client.mjs BASE_URL`. One JSON object on standard output.
import OpenAI from 'openai';

const openai = new OpenAI({ baseURL: process.argv[2], apiKey: 'none is demanded', maxRetries: 0 });
const heard = {};

const speech = (options) => openai.audio.speech.create({ model: 'tts-1', voice: 'alloy', input: 'Hello there.', ...options });

const failure = async (promise) => {
  try {
    await promise;
    return 'no error';
  } catch (e) {
    return { name: e.constructor.name, status: e.status, type: e.type, code: e.code, param: e.param, message: e.message };
  }
};

const wav = await speech({ response_format: 'wav' });
heard.wav = { type: wav.headers.get('content-type'), bytes: Buffer.from(await wav.arrayBuffer()).toString('base64') };

const pcm = await speech({ response_format: 'pcm', speed: 1.5 });
heard.pcmBytes = 0;
for await (const piece of pcm.body) heard.pcmBytes += piece.length;

heard.models = [];
for await (const model of openai.models.list()) heard.models.push(model.id);
heard.model = await openai.models.retrieve('tts-1');

heard.mp3 = await failure(speech({}));
heard.sse = await failure(speech({ response_format: 'pcm', stream_format: 'sse' }));
heard.noVoice = await failure(speech({ response_format: 'pcm', voice: 'nobody' }));
heard.noModel = await failure(speech({ response_format: 'pcm', model: 'nothing' }));
heard.empty = await failure(speech({ response_format: 'pcm', input: ' ' }));

console.log(JSON.stringify(heard));
