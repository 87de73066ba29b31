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
    /// <param name="isOnce">Whether a form that was tried and was of no use is left at that.</param>
    public static async Task EnsureAsync(string? modelPath, CancellationToken cancellationToken, bool isOnce = true)
    {
        if (modelPath is null || ModelStore.Describe(Path.GetDirectoryName(modelPath)!) is not { } model)
            return;
        if (IsDone(model, isOnce))
            return;
        try
        {
            using var alone = ModelPreparer.Lock(modelPath);
            if (IsDone(model, isOnce))
                return; // by another command meanwhile
            using var sockets = SocketFolder.Create();
            var engine = new EngineLinkOptions(EngineCommand.ForThisProgram(), sockets, new EngineLimits(), TimeProvider.System, Terminal.Trace);
            await PrepareAsync(model, engine, cancellationToken).ConfigureAwait(false);
        }
        catch (SpeechException e)
        {
            await Terminal.NoteAsync(e.Message).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Prepares it, where nothing is left of a command that did not come to its end, and has it tried. Only what speaks against the form makes it one that is not tried again, or that it cannot be tried at all.
    /// The caller holds the lock.
    /// </summary>
    /// <param name="engine">How the one that tries it is started.</param>
    /// <exception cref="SpeechException">It cannot be prepared.</exception>
    internal static async Task PrepareAsync(StoredModel model, EngineLinkOptions engine, CancellationToken cancellationToken)
    {
        await Terminal.NoteAsync($"preparing {model.Name} for this machine (once)").ConfigureAwait(false);
        var prepared = Untried(model) ?? await Task.Run(() => ModelPreparer.Prepare(model.Path, model.Sha256), cancellationToken).ConfigureAwait(false);
        switch (await FaultOfAsync(model, engine, cancellationToken).ConfigureAwait(false))
        {
            case null:
                PreparedModel.Trust(prepared);
                break;
            case { IsOfForm: true, Why: var why }:
                PreparedModel.GiveUp(prepared, model.Sha256);
                await Terminal.NoteAsync($"{model.Name} is used as it was published, since its prepared form does not speak ({why})").ConfigureAwait(false);
                break;
            case { Why: var why }:
                var isGivenUp = PreparedModel.CountVainTrial(prepared);
                await Terminal.NoteAsync(
                    $"{model.Name} is used as it was published, since its prepared form could not be tried ({why}); {(isGivenUp ? "to try it again" : "it is tried again the next time, or")}: kokoro model prepare {model.Name}").ConfigureAwait(false);
                break;
        }
    }

    private static bool IsDone(StoredModel model, bool isOnce) => isOnce ? PreparedModel.WasTried(model.Path, model.Sha256) : PreparedModel.Find(model.Path) is not null;

    /// <summary>What a command left that was ended before it had tried it.</summary>
    private static string? Untried(StoredModel model) =>
        PreparedModel.Find(model.Path, isTried: false) is { Model: { IsTried: false } form, Path: var path } && form.IsIntact(path) ? path : null;

    /// <summary>Speaks the self-test with it on one core and on all, in a process of its own: what native code reads wrongly may end it.</summary>
    private static async Task<Fault?> FaultOfAsync(StoredModel model, EngineLinkOptions options, CancellationToken cancellationToken)
    {
        var setup = new SpeechEngineSetup(model.Path, UserFolders.Cache, EngineProvider.Cpu, Environment.ProcessorCount) { TriesPrepared = true };
        var style = new float[VoicePack.Width];
        var hasStarted = false;
        try
        {
            await using var engine = await new ChildSpeechEngineStarter(options, setup, style).StartAsync(cancellationToken).ConfigureAwait(false);
            hasStarted = true;
            await engine.RunAsync(new SelfTest(style, IsStrict: false).Run(RunWidth.Wide), cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (EngineEndedException e)
        {
            return new(Printable.Line(e.Message), e.End.IsEvidence);
        }
        catch (SpeechException e)
        {
            // What cannot be started, or finds a file or a library missing, says nothing of the form.
            return new(e.Message, e.Code == SpeechErrorCode.ModelCorrupt || (hasStarted && e.Code == SpeechErrorCode.EngineFailed));
        }
    }

    /// <param name="IsOfForm">It would be so the next time, too; else the machine had no memory, no time or no file for it.</param>
    private sealed record Fault(string Why, bool IsOfForm);
}
