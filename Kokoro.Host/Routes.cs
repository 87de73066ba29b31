using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;
using Kokoro.Host.AudioToHttp;
using Kokoro.Host.Health;
using Kokoro.Host.HttpToText;
using Kokoro.Host.Metrics;
using Kokoro.Host.OpenAi;
using Kokoro.Host.Page;
using Kokoro.Host.Pairing;
using Kokoro.Host.Problems;
using Kokoro.Host.Security;
using Kokoro.Host.Serving;

namespace Kokoro.Host;

/// <summary>Every address there is, and what a request passes on its way to it.</summary>
internal static class Routes
{
    /// <param name="folder">The user's, where it is kept which extensions are paired.</param>
    public static IServiceCollection AddKokoroHttp(this IServiceCollection services, ServerSettings settings, SpeechMetrics metrics, string folder, TimeProvider time)
    {
        services.AddSingleton(settings).AddSingleton(time);
        services.AddSingleton(_ => metrics).AddSingleton(provider => new TelemetryExport(provider.GetRequiredService<SpeechMetrics>(), settings.Telemetry)).AddSingleton<MetricsEndpoint>();
        services.AddSingleton(new ReplyBudget(settings.Http.ReplyBudgetBytes)).AddSingleton(new OpenReplies(time));
        services.AddSingleton(new PairedTokens(folder, time)).AddSingleton(new PairingCode(folder, time)).AddSingleton<PairingEndpoints>();
        services.AddSingleton(provider => new AccessRules(settings.Http, provider.GetRequiredService<PairedTokens>(), time));
        services.AddSingleton<EdgeDoor>().AddSingleton<TimelineEndpoint>();
        services.AddSingleton<SpeechReplies>().AddSingleton<SpeakEndpoint>().AddSingleton<OpenAiEndpoints>().AddSingleton<VoicesEndpoint>().AddSingleton<HealthEndpoints>();
        services.AddRouting();
        services.ConfigureHttpJsonOptions(options => JsonOptions.Apply(options.SerializerOptions));
        return services.AddApiDescription();
    }

    public static WebApplication MapKokoro(this WebApplication app)
    {
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<AccessMiddleware>();
        app.UseRouting();

        var (speak, voices, health, timelines) = (
            app.Services.GetRequiredService<SpeakEndpoint>(), app.Services.GetRequiredService<VoicesEndpoint>(), app.Services.GetRequiredService<HealthEndpoints>(),
            app.Services.GetRequiredService<TimelineEndpoint>());
        app.MapPost("/speak", (Delegate)speak.HandleAsync)
            .WithName(ApiDescription.Speak)
            .WithSummary("Speak a text")
            .WithDescription("Audio, whole or as it is made. See docs/http-api.md for the frames format.")
            .Accepts<SpeakDocument>("application/json")
            .Produces<Stream>(200, "audio/wav", "audio/pcm", AudioHeaders.FramesType)
            .ProducesProblems(400, 409, 413, 415, 422, 504);
        app.MapGet("/voices", (CancellationToken cancellationToken) => voices.ListAsync(cancellationToken))
            .WithSummary("List the voices").Produces<VoicesProtocol.VoiceList>().ProducesProblems();
        app.MapGet("/health", (CancellationToken cancellationToken) => health.DetailAsync(cancellationToken))
            .WithSummary("The state of the server, in detail").Produces<HealthProtocol.HealthReport>().ProducesProblems();
        app.MapGet("/health/live", HealthEndpoints.Live).WithSummary("Whether HTTP is served").Produces<HealthStatus>().ProducesProblems();
        app.MapGet("/health/ready", (CancellationToken cancellationToken) => health.ReadyAsync(cancellationToken))
            .WithSummary("Whether an engine has passed its self-test").Produces<HealthStatus>().ProducesProblems();
        app.MapGet("/utterances/{id}/timeline", (string id, CancellationToken cancellationToken) => timelines.GetAsync(id, cancellationToken))
            .WithSummary("What one of the last utterances did when").Produces<TimelineDocument>().ProducesProblems(404);
        app.MapGet("/metrics", app.Services.GetRequiredService<MetricsEndpoint>().Scrape)
            .WithSummary("What is measured, as Prometheus text").Produces<string>(200, "text/plain").ProducesProblems();
        app.MapOpenAi(app.Services.GetRequiredService<OpenAiEndpoints>());
        app.MapPairing(app.Services.GetRequiredService<PairingEndpoints>());
        app.MapPage();
        app.MapOpenApi("/openapi.json");
        return app;
    }

    private static void MapPairing(this WebApplication app, PairingEndpoints pairing)
    {
        app.MapPost("/pair/token", (Delegate)pairing.MakeTokenAsync)
            .WithSummary("A one-time code becomes the token of the extension that sends it")
            .Accepts<PairDocument>("application/json").Produces<PairedDocument>().ProducesProblems(409, 410, 413, 415);
        app.MapPost("/pair/code", pairing.MakeCode).ExcludeFromDescription();
        app.MapGet("/pair/code", pairing.GetCode).ExcludeFromDescription();
    }

    private static void MapOpenAi(this WebApplication app, OpenAiEndpoints openAi)
    {
        app.MapPost("/v1/audio/speech", (Delegate)openAi.SpeakAsync)
            .WithSummary("Speak a text, as OpenAI's clients ask for it")
            .Accepts<OpenAiDocument>("application/json")
            .Produces<Stream>(200, "audio/wav", "audio/pcm")
            .ProducesOpenAiErrors(404, 409, 413, 415, 422, 501, 504);
        app.MapGet("/v1/audio/voices", (string? legacy, CancellationToken cancellationToken) => openAi.ListVoicesAsync(legacy, cancellationToken))
            .WithSummary("List the voices, as Kokoro-FastAPI's clients ask for them").Produces<OpenAiEndpoints.Voices>().ProducesOpenAiErrors();
        app.MapGet("/v1/models", OpenAiModels.List)
            .WithSummary("List the names of models that are taken").Produces<OpenAiModels.ModelList>().ProducesOpenAiErrors();
        app.MapGet("/v1/models/{id}", OpenAiModels.Get)
            .WithSummary("One of them").Produces<OpenAiModels.Model>().ProducesOpenAiErrors(404);
    }
}
