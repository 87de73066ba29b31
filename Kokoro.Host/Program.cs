using Kokoro.Host.Cli;
using Kokoro.Host.EngineProcess;

// First of all, and before a command-line library is loaded: an engine is started while somebody waits for speech.
if (args is ["engine", ..])
    return EngineRole.Run(args.AsSpan(1));

return await CommandLine.RunAsync(args).ConfigureAwait(false);
