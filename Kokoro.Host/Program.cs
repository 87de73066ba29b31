using Kokoro.Host.Cli;
using Kokoro.Host.EngineProcess;
using Kokoro.Host.NativeMessaging;

// First of all, and before a command-line library is loaded: an engine is started while somebody waits for speech.
if (args is ["engine", ..])
    return EngineRole.Run(args.AsSpan(1));

// What this writes to standard output is for a browser, so nothing else may have had the chance to write there.
if (NativeHostRole.IsCall(args))
    return await NativeHostRole.RunAsync(args).ConfigureAwait(false);

return await CommandLine.RunAsync(args).ConfigureAwait(false);
