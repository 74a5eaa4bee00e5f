using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DgccAssess.Core.Data;

/// <summary>
/// A query of a hot path, compiled once. EF binds a compiled query to one model, and each provider in the process has its own: one is kept for each.
/// Building and hashing the expression anew cost a fifth of an autosave.
/// </summary>
internal sealed class PerModel<TQuery>(Func<TQuery> compile)
    where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> compiled = [];

    public TQuery For(DbContext db) => compiled.GetValue(db.Model, _ => compile());
}
