using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.Models.Prepared;
using Kokoro.Synthesis.Models.Store;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Host.Cli.Models;

/// <summary>Sees to it that a model of the store has its fast-loading form, before it is needed.</summary>
internal static class Preparation
{
    /// <summary>Does nothing where it is there for this machine and these versions. A model that cannot be prepared is used as it was published.</summary>
    /// <param name="modelPath">Null, or a file outside of the store: nothing is prepared.</param>
    public static async Task EnsureAsync(string? modelPath, CancellationToken cancellationToken)
    {
        if (modelPath is null || ModelStore.Describe(Path.GetDirectoryName(modelPath)!) is not { } model || PreparedModel.WasTried(modelPath, model.Sha256))
            return;
        await Terminal.NoteAsync($"preparing {model.Name} for this machine (once)").ConfigureAwait(false);
        try
        {
            var prepared = await Task.Run(() => ModelPreparer.Prepare(modelPath, model.Sha256), cancellationToken).ConfigureAwait(false);
            var fault = await FaultOfAsync(modelPath, cancellationToken).ConfigureAwait(false);
            if (fault is not null)
                PreparedModel.GiveUp(prepared, model.Sha256);
            if (PreparedModel.Find(modelPath) is null) // given up here, or by the engine
                await Terminal.NoteAsync($"{model.Name} is used as it was published, since its prepared form {(fault is null ? "cannot be loaded" : $"does not speak ({fault})")}").ConfigureAwait(false);
        }
        catch (SpeechException e)
        {
            await Terminal.NoteAsync(e.Message).ConfigureAwait(false);
        }
    }

    /// <summary>Speaks the self-test with it on one core and on all, in a process of its own: what native code reads wrongly may end it.</summary>
    private static async Task<string?> FaultOfAsync(string modelPath, CancellationToken cancellationToken)
    {
        using var sockets = SocketFolder.Create();
        var options = new EngineLinkOptions(EngineCommand.ForThisProgram(), sockets, new EngineLimits(), TimeProvider.System, Terminal.Trace);
        var setup = new SpeechEngineSetup(modelPath, UserFolders.Cache, EngineProvider.Cpu, Environment.ProcessorCount);
        var style = new float[VoicePack.Width];
        try
        {
            await using var engine = await new ChildSpeechEngineStarter(options, setup, style).StartAsync(cancellationToken).ConfigureAwait(false);
            await engine.RunAsync(new SelfTest(style, IsStrict: false).Run(RunWidth.Wide), cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (EngineEndedException e)
        {
            return Printable.Line(e.Message);
        }
        catch (SpeechException e)
        {
            return e.Message;
        }
    }
}
