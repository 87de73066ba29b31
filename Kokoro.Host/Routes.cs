using Kokoro.Actors.Settings;
using Kokoro.Host.AudioToHttp;
using Kokoro.Host.Health;
using Kokoro.Host.HttpToText;
using Kokoro.Host.Problems;
using Kokoro.Host.Security;

namespace Kokoro.Host;

/// <summary>Every address there is, and what a request passes on its way to it.</summary>
internal static class Routes
{
    private const string Problems = Problem.ContentType;

    public static IServiceCollection AddKokoroHttp(this IServiceCollection services, ServerSettings settings, TimeProvider time)
    {
        services.AddSingleton(settings).AddSingleton(time);
        services.AddSingleton(new ReplyBudget(settings.Http.ReplyBudgetBytes));
        services.AddSingleton(new AccessRules(settings.Http, time));
        services.AddSingleton<SpeakEndpoint>().AddSingleton<VoicesEndpoint>().AddSingleton<HealthEndpoints>();
        services.AddRouting();
        services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Kokoro";
            document.Info.Description = "A local-first text-to-speech server.";
            return Task.CompletedTask;
        }));
        return services;
    }

    public static WebApplication MapKokoro(this WebApplication app)
    {
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<AccessMiddleware>();
        app.UseRouting();

        var (speak, voices, health) = (
            app.Services.GetRequiredService<SpeakEndpoint>(), app.Services.GetRequiredService<VoicesEndpoint>(), app.Services.GetRequiredService<HealthEndpoints>());
        app.MapPost("/speak", (Delegate)speak.HandleAsync)
            .WithSummary("Speak a text")
            .WithDescription("Audio, whole or as it is made. See docs/http-api.md for the frames format.")
            .Accepts<SpeakDocument>("application/json")
            .Produces<Stream>(200, "audio/wav", "audio/pcm", AudioHeaders.FramesType)
            .Produces<ProblemDocument>(400, Problems)
            .Produces<ProblemDocument>(413, Problems)
            .Produces<ProblemDocument>(415, Problems)
            .Produces<ProblemDocument>(422, Problems)
            .Produces<ProblemDocument>(429, Problems)
            .Produces<ProblemDocument>(503, Problems)
            .Produces<ProblemDocument>(504, Problems);
        app.MapGet("/voices", (CancellationToken cancellationToken) => voices.ListAsync(cancellationToken))
            .WithSummary("List the voices").Produces<Kokoro.Actors.Protocol.VoicesProtocol.VoiceList>();
        app.MapGet("/health", (CancellationToken cancellationToken) => health.DetailAsync(cancellationToken))
            .WithSummary("The state of the server, in detail").Produces<Kokoro.Actors.Protocol.HealthProtocol.HealthReport>();
        app.MapGet("/health/live", HealthEndpoints.Live).WithSummary("Whether HTTP is served");
        app.MapGet("/health/ready", (CancellationToken cancellationToken) => health.ReadyAsync(cancellationToken))
            .WithSummary("Whether an engine has passed its self-test").Produces<ProblemDocument>(503, Problems);
        app.MapOpenApi("/openapi.json");
        return app;
    }
}
