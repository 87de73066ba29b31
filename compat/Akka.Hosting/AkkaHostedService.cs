using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>Starts the system with the host, ends it by its coordinated shutdown, and ends the host if the system ends first.</summary>
public class AkkaHostedService : IHostedService
{
    private readonly AkkaConfigurationBuilder _configurationBuilder;
    private readonly IServiceProvider _serviceProvider;
    private readonly ILogger<AkkaHostedService> _logger;
    private readonly IHostApplicationLifetime? _applicationLifetime;
    private ActorSystem? _system;

    public AkkaHostedService(
        AkkaConfigurationBuilder configurationBuilder,
        IServiceProvider serviceProvider,
        ILogger<AkkaHostedService> logger,
        IHostApplicationLifetime? applicationLifetime)
    {
        _configurationBuilder = configurationBuilder;
        _serviceProvider = serviceProvider;
        _logger = logger;
        _applicationLifetime = applicationLifetime;
    }

    public virtual async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _system = _serviceProvider.GetRequiredService<ActorSystem>();
            await _configurationBuilder.StartAsync(_system).ConfigureAwait(false);
            _ = StopHostWithSystem(_system);
        }
        catch (Exception failure)
        {
            _logger.LogCritical(failure, "Unable to start AkkaHostedService - shutting down application");
            _applicationLifetime?.StopApplication();
            throw;
        }
    }

    public virtual async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_system is not null)
        {
            await CoordinatedShutdown.Get(_system).Run(CoordinatedShutdown.ClrExitReason.Instance).ConfigureAwait(false);
        }
    }

    /// <summary>Nobody waits for it: a system that outlives its shutdown keeps no host.</summary>
    private async Task StopHostWithSystem(ActorSystem system)
    {
        await system.WhenTerminated.ConfigureAwait(false);
        _applicationLifetime?.StopApplication();
    }
}
