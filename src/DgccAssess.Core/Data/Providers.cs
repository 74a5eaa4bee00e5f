using DgccAssess.Core.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Data;

/// <summary>The one place that tells the providers apart; migrations live in one assembly each.</summary>
public static class Providers
{
    public static DbContextOptionsBuilder<T> UseProvider<T>(this DbContextOptionsBuilder<T> builder, DatabaseProvider provider, string connection)
        where T : DbContext
    {
        var migrations = $"DgccAssess.Migrations.{provider}";
        _ = provider switch
        {
            DatabaseProvider.Sqlite => builder.UseSqlite(connection, o => o.MigrationsAssembly(migrations)).AddInterceptors(new SqliteSettings()),
            DatabaseProvider.PostgreSql => builder.UseNpgsql(connection, o => o.MigrationsAssembly(migrations)),
            DatabaseProvider.SqlServer => builder.UseSqlServer(connection, o => o.MigrationsAssembly(migrations)),
            _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "Unknown database provider"),
        };
        builder.UseApplicationServiceProvider(IdentitySchema);
        return builder;
    }

    // Identity builds its part of the model from options it looks up there: version 3 is the one with passkeys.
    private static readonly ServiceProvider IdentitySchema =
        new ServiceCollection().Configure<IdentityOptions>(AccountRules.Configure).BuildServiceProvider();
}
