using System.Buffers;
using System.Net;
using Kokoro.Synthesis;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Actors.Settings.Reading;

/// <summary>What no single value tells: settings that contradict each other, and names that name nothing.</summary>
internal static class SettingsChecks
{
    /// <summary>A URL or a pattern is never the name in a Host header, so it would open nothing and nobody would be told.</summary>
    private static readonly SearchValues<char> NeverInHost = SearchValues.Create("/\\@?#*, \t");

    /// <param name="originOf">Where a key was set; null for a default.</param>
    public static IEnumerable<Fault> Of(ServerSettings settings, Func<string, Origin?> originOf) =>
        Listening(settings.Http, originOf)
            .Concat(Replies(settings.Http, originOf))
            .Concat(Voices(settings.Voices, originOf))
            .Concat(Address("kokoro.models.mirror", settings.Models.Mirror, "the address of a mirror, such as https://mirror.example", originOf))
            .Concat(Address("kokoro.telemetry.otlp-endpoint", settings.Telemetry.OtlpEndpoint, "the address of a collector, such as http://localhost:4318", originOf))
            .Concat(BackOff("synthesis", settings.Synthesis, originOf))
            .Concat(BackOff("phonemizers", settings.Phonemizers, originOf));

    private static IEnumerable<Fault> Listening(HttpSettings http, Func<string, Origin?> originOf)
    {
        const string Listen = "kokoro.http.listen", Hosts = "kokoro.http.hosts";
        var isLocalhost = http.Listen.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        var address = isLocalhost ? IPAddress.Loopback : IPAddress.TryParse(http.Listen, out var parsed) ? parsed : null;
        if (address is null)
            yield return At(originOf(Listen), $"{Listen} cannot be '{Printable.Excerpt(http.Listen)}'; write localhost or an address of this machine");
        else if (!IPAddress.IsLoopback(address) && http.Token.Length == 0)
            yield return At(originOf(Listen), $"{Listen} = {http.Listen} lets others in, and kokoro.http.token is empty; set a token");

        foreach (var host in http.Hosts.Where(host => host.Length == 0 || host.AsSpan().ContainsAny(NeverInHost)))
            yield return At(originOf(Hosts), $"{Hosts} cannot hold '{Printable.Excerpt(host)}'; write a name as a Host header has it, such as speech.example or speech.example:8443");
    }

    private static IEnumerable<Fault> Replies(HttpSettings http, Func<string, Origin?> originOf)
    {
        const string One = "kokoro.http.most-reply-bytes", All = "kokoro.http.reply-budget-bytes";
        if (http.MostReplyBytes > http.ReplyBudgetBytes)
            yield return At(originOf(All) ?? originOf(One), $"{One} is more than {All}, so that the longest replies could never be made; make it smaller, or the budget larger");
    }

    private static IEnumerable<Fault> Voices(VoiceSettings voices, Func<string, Origin?> originOf)
    {
        const string Default = "kokoro.voices.default";
        if (voices.Default.Length > 0 && !VoiceId.IsValid(voices.Default))
            yield return At(originOf(Default), $"{Default} cannot be '{Printable.Excerpt(voices.Default)}'; write the id of a voice, such as am_aster, or leave it empty; ./kokoro voices lists them");
    }

    /// <param name="wanted">What to write instead.</param>
    private static IEnumerable<Fault> Address(string path, string value, string wanted, Func<string, Origin?> originOf)
    {
        var isPossible = value.Length == 0
            || (Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps));
        if (!isPossible)
            yield return At(originOf(path), $"{path} cannot be '{Printable.Excerpt(value)}'; write {wanted}, or leave it empty");
    }

    private static IEnumerable<Fault> BackOff(string section, PoolSettings pool, Func<string, Origin?> originOf)
    {
        var (first, longest) = ($"kokoro.{section}.first-back-off", $"kokoro.{section}.longest-back-off");
        if (pool.FirstBackOff > pool.LongestBackOff)
            yield return At(originOf(first) ?? originOf(longest), $"{first} is longer than {longest}; make it shorter");
    }

    /// <summary>Defaults agree with each other (a spec sees to it), so that one of the keys of a fault was set by someone.</summary>
    private static Fault At(Origin? origin, string problem) => new(origin ?? new("kokoro.conf"), problem);
}
