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
    private Task _stopHostWithSystem = Task.CompletedTask;

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
            _stopHostWithSystem = StopHostWithSystem(_system);
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
            await _stopHostWithSystem.ConfigureAwait(false);
        }
    }

    private async Task StopHostWithSystem(ActorSystem system)
    {
        await system.WhenTerminated.ConfigureAwait(false);
        _applicationLifetime?.StopApplication();
    }
}
