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
    /// <param name="chosen">The model that speaks.</param>
    /// <param name="sockets">For the engines; disposed after the actors.</param>
    /// <param name="log">Takes what engines print, one line at a time.</param>
    /// <exception cref="Synthesis.SpeechException">A voice, a model or a provider that cannot be.</exception>
    public static SpeechParts Create(ServerSettings settings, ChosenModel chosen, EngineCommand command, SocketFolder sockets, Action<string> log)
    {
        var folder = settings.Voices.Folder is { Length: > 0 } own ? own : ChosenModel.Store.Voices;
        var model = chosen.Path;
        if (model is not null)
            SpeechModelLoader.CheckFile(model);
        var source = model is null ? VoiceSource.Starter : VoiceSource.Folder;
        var voices = new VoiceCatalogue(folder, source);
        var voice = settings.Voices.Default is { Length: > 0 } id ? voices.Find(id) : voices.Default(source);
        var provider = EngineProviders.Parse(settings.Engine.Provider);
        var options = new EngineLinkOptions(command, sockets, EngineLimitsOf(settings.Engine), TimeProvider.System, log);
        var setup = new SpeechEngineSetup(model, UserFolders.Cache, provider, Environment.ProcessorCount);

        // A short run; any row of the voice will do.
        var style = voice.Load().StyleRow(14);
        var speech = options with { Limits = options.Limits with { IsWallTimeOnly = provider == EngineProvider.CoreMl } };
        var quarantined = new QuarantinedWords(TimeProvider.System, settings.Router.QuarantineFor, settings.Router.MostQuarantined);
        return new SpeechParts(
            voices,
            voice,
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
