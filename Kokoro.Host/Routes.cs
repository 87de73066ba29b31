using Kokoro.Actors.Protocol;
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
    public static IServiceCollection AddKokoroHttp(this IServiceCollection services, ServerSettings settings, TimeProvider time)
    {
        services.AddSingleton(settings).AddSingleton(time);
        services.AddSingleton(new ReplyBudget(settings.Http.ReplyBudgetBytes));
        services.AddSingleton(new AccessRules(settings.Http, time));
        services.AddSingleton<SpeakEndpoint>().AddSingleton<VoicesEndpoint>().AddSingleton<HealthEndpoints>();
        services.AddRouting();
        services.ConfigureHttpJsonOptions(options => JsonOptions.Apply(options.SerializerOptions));
        return services.AddApiDescription();
    }

    public static WebApplication MapKokoro(this WebApplication app)
    {
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<AccessMiddleware>();
        app.UseRouting();

        var (speak, voices, health) = (
            app.Services.GetRequiredService<SpeakEndpoint>(), app.Services.GetRequiredService<VoicesEndpoint>(), app.Services.GetRequiredService<HealthEndpoints>());
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
        app.MapOpenApi("/openapi.json");
        return app;
    }
}
