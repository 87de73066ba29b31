using Kokoro.Actors.Hosting;
using Kokoro.Actors.Settings;
using Kokoro.Host.Cli;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Host.Serving;

/// <summary>What the actors are given, made from the settings: voices, and the ways to start both kinds of engine.</summary>
internal static class ServerParts
{
    /// <param name="sockets">For the engines; disposed after the actors.</param>
    /// <param name="log">Takes what engines print, one line at a time.</param>
    /// <exception cref="Synthesis.SpeechException">A voice, a model or a provider that cannot be.</exception>
    public static SpeechParts Create(ServerSettings settings, EngineCommand command, SocketFolder sockets, Action<string> log)
    {
        var folder = settings.Voices.Folder is { Length: > 0 } own ? own : UserFolders.Voices;
        var voices = new VoiceCatalogue(folder);
        var model = settings.Engine.Model is { Length: > 0 } path ? Path.GetFullPath(path) : null;
        if (model is not null)
            SpeechModelLoader.CheckFile(model);
        var provider = EngineProviders.Parse(settings.Engine.Provider);
        var options = new EngineLinkOptions(command, sockets, EngineLimitsOf(settings.Engine), TimeProvider.System, log);
        var setup = new SpeechEngineSetup(model, UserFolders.Cache, provider, Environment.ProcessorCount);

        // A short run; any row of the voice will do.
        var style = voices.Find(settings.Voices.Default).Load().StyleRow(14);
        var speech = options with { Limits = options.Limits with { IsWallTimeOnly = provider == EngineProvider.CoreMl } };
        var quarantined = new QuarantinedWords(TimeProvider.System, settings.Router.QuarantineFor, settings.Router.MostQuarantined);
        return new SpeechParts(
            voices,
            new PhonemizerStarter(new ChildPhonemeEngineStarter(options), quarantined),
            new ChildSpeechEngineStarter(speech, setup, style),
            quarantined);
    }

    internal static EngineLimits EngineLimitsOf(EngineSettings settings) => new()
    {
        Start = Prediction.OneThread(settings.Start),
        CpuFactor = settings.CpuFactor,
        CpuGrace = settings.CpuGrace,
        StallFactor = settings.StallFactor,
        LeastStall = settings.LeastStall,
        CancelGrace = settings.CancelWithin,
        StopGrace = settings.StopWithin,
    };
}
