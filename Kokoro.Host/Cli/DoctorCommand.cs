using System.CommandLine;
using System.Runtime.InteropServices;
using Kokoro.Host.NativeMessaging;
using Kokoro.Host.NativeMessaging.Installing;
using Kokoro.Synthesis;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Host.Cli;

/// <summary>`kokoro doctor`: what is installed, in which version, and the command that gets what is missing.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Show what is installed, and how to get what is missing.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        List<Finding> findings =
        [
            Finding.Good("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores"),
            Finding.Good(".NET", Environment.Version.ToString()),
            await PhonemesAsync(cancellationToken).ConfigureAwait(false),
            Check("ONNX Runtime", () => InferenceLibrary.Version),
            Check("providers", () => string.Join(", ", EngineProviders.Usable(InferenceLibrary.Providers).Select(EngineProviders.Name))),
            Check("starter model", StarterModel),
            Check("voices", Voices),
            Check("model", Model),
            Check("native host", NativeHost),
        ];

        var table = new ConsoleTable("", "part", "found");
        foreach (var finding in findings)
            table.Add(finding.IsGood ? "ok" : "MISSING", finding.Part, finding.Detail);
        table.Write();
        foreach (var why in SkippedVoices())
            await Terminal.NoteAsync($"skipped {why}").ConfigureAwait(false);
        return findings.All(finding => finding.IsGood) ? ExitCode.Done : ExitCode.Installation;
    }

    private static Finding Check(string part, Func<string> look)
    {
        try
        {
            return Finding.Good(part, look());
        }
        catch (SpeechException e)
        {
            return Finding.Missing(part, e.Message);
        }
    }

    /// <summary>Asks a real engine, since only the child may load espeak-ng: this also shows that children can be started.</summary>
    private static async Task<Finding> PhonemesAsync(CancellationToken cancellationToken)
    {
        await using var phonemizer = Speaker.CreatePhonemizer();
        try
        {
            return Finding.Good("espeak-ng", await phonemizer.StartAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (SpeechException e)
        {
            return Finding.Missing("espeak-ng", e.Message);
        }
    }

    private static string StarterModel()
    {
        var copy = Kokoro.Synthesis.Models.StarterModel.StarterModelFile.Open(UserFolders.Cache);
        return copy.File ?? $"built in memory at each start, since the cache cannot be used: {copy.CacheProblem}";
    }

    private static string Voices()
    {
        var catalogue = new VoiceCatalogue(ChosenModel.Store.Voices);
        var chosen = catalogue.Default(ChosenModel.Of(null).Voices);
        chosen.Load();
        var own = catalogue.All.Count(voice => voice.Source == VoiceSource.Folder);
        return $"{chosen.Info.Id} speaks by default; {catalogue.All.Count - own} of the starter model, {own} in {ChosenModel.Store.Voices}";
    }

    private static IReadOnlyList<string> SkippedVoices()
    {
        try
        {
            return new VoiceCatalogue(ChosenModel.Store.Voices).Skipped;
        }
        catch (SpeechException)
        {
            return []; // the table says why
        }
    }

    private static string Model()
    {
        var chosen = ChosenModel.Of(null);
        if (chosen.Path is { } path)
            SpeechModelLoader.CheckFile(path);
        return $"{chosen.Name} speaks by default; {ChosenModel.Store.All().Count} in {ChosenModel.Store.Home}";
    }

    /// <summary>Nothing is missing without one.</summary>
    private static string NativeHost() => InstallRecord.Read(HostFolder.OfUser.Record).Manifests is { Count: > 0 } manifests
        ? string.Join(", ", manifests)
        : "not installed; kokoro native-host install lets the browser's extension start the server";

    private sealed record Finding(bool IsGood, string Part, string Detail)
    {
        public static Finding Good(string part, string detail) => new(true, part, detail);

        public static Finding Missing(string part, string detail) => new(false, part, detail);
    }
}
