using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Model.Customers;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Turns;
using FlowBuilder.Storage.Sqlite.Writer;

namespace FlowBuilder.Storage.Sqlite.Intake;

/// <summary>
/// Whose event it is. A known userId decides; else a known anonymous id of somebody without a userId, who thereby becomes known; else
/// it is a new customer. An alias joins somebody without a userId to a customer; two who both have
/// one are joined only when a person asks for it.
/// </summary>
internal sealed class CustomerKeys(RawConnection connection, WriteOperations operations)
{
    private readonly RawStatement _find =
        connection.Prepare("SELECT customer_id FROM customer_keys WHERE company_id = ?1 AND kind = ?2 AND value = ?3");

    private readonly RawStatement _add = connection.Prepare(
        "INSERT INTO customer_keys (company_id, kind, value, customer_id) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");

    private readonly RawStatement _become = connection.Prepare(
        "UPDATE customers SET user_id = ?3, search_text = search_text || ' ' || ?4 WHERE company_id = ?1 AND id = ?2 AND user_id IS NULL");

    private readonly RawStatement _move =
        connection.Prepare("UPDATE customer_keys SET customer_id = ?3 WHERE company_id = ?1 AND customer_id = ?2");

    private readonly WriteCustomers _customers = new(connection, operations.Index);

    private readonly RawStatement _isKnown =
        connection.Prepare("SELECT 1 FROM customers WHERE company_id = ?1 AND id = ?2 AND user_id IS NOT NULL");

    /// <summary>The customer of an event's ids.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="userId">The id of a customer; null: only the anonymous one is told.</param>
    /// <param name="anonymousId">The id of a visitor.</param>
    /// <param name="now">Product time.</param>
    /// <param name="wasKnown">Whether the customer had a userId before.</param>
    public CustomerId Resolve(CompanyId company, string? userId, string? anonymousId, DateTimeOffset now, out bool wasKnown)
    {
        wasKnown = false;
        if (userId is null)
        {
            if (Find(company, CustomerKeyKind.Anonymous, anonymousId!) is { } known)
            {
                wasKnown = IsKnown(company, known);
                return known;
            }

            var visitor = Create(company, null, now);
            Add(company, CustomerKeyKind.Anonymous, anonymousId!, visitor);
            return visitor;
        }

        var customer = Find(company, CustomerKeyKind.User, userId);
        wasKnown = customer is not null;
        var anonymous = anonymousId is null ? null : Find(company, CustomerKeyKind.Anonymous, anonymousId);
        if (customer is null)
        {
            customer = anonymous is { } visitor && Become(company, visitor, userId) ? visitor : Create(company, userId, now);
            Add(company, CustomerKeyKind.User, userId, customer.Value);
        }

        if (anonymousId is not null && anonymous is null) Add(company, CustomerKeyKind.Anonymous, anonymousId, customer.Value);
        return customer.Value;
    }

    /// <summary>Lets everything known under <paramref name="previousId"/> lead to the survivor from now on.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="survivor">Who stays.</param>
    /// <param name="previousId">The id that is joined.</param>
    /// <param name="joinsKnown">Also where it leads to a customer with a userId.</param>
    /// <param name="keptApart">It leads to another customer with a userId: nothing was done.</param>
    /// <returns>The other customer whose rows are still to be moved; null when there is none.</returns>
    public CustomerId? Join(CompanyId company, CustomerId survivor, string previousId, bool joinsKnown, out bool keptApart)
    {
        keptApart = false;
        var other = Find(company, CustomerKeyKind.User, previousId) ?? Find(company, CustomerKeyKind.Anonymous, previousId);
        if (other is null) Add(company, CustomerKeyKind.Anonymous, previousId, survivor);
        if (other is null || other == survivor) return null;
        keptApart = !joinsKnown && IsKnown(company, other.Value);
        if (keptApart) return null;
        _move.Add(company.Value).Add(other.Value.Value).Add(survivor.Value).Run();
        return other;
    }

    private bool IsKnown(CompanyId company, CustomerId customer)
    {
        var known = _isKnown.Add(company.Value).Add(customer.Value).Read();
        if (known) _isKnown.Stop();
        return known;
    }

    private CustomerId? Find(CompanyId company, CustomerKeyKind kind, string value)
    {
        if (!_find.Add(company.Value).Add((long)kind).Add(value).Read()) return null;
        var customer = new CustomerId(_find.Long(0));
        _find.Stop();
        return customer;
    }

    private void Add(CompanyId company, CustomerKeyKind kind, string value, CustomerId customer) =>
        _add.Add(company.Value).Add((long)kind).Add(value).Add(customer.Value).Run();

    private bool Become(CompanyId company, CustomerId visitor, string userId) =>
        _become.Add(company.Value).Add(visitor.Value).Add(userId).Add(SearchText.Fold(userId)).Run() == 1;

    private CustomerId Create(CompanyId company, string? userId, DateTimeOffset now)
    {
        var customer = new CustomerId(operations.Ids.Next(IdBlocks.Customers));
        _customers.Insert(new Customer { Id = customer, Company = company, UserId = userId }, operations.PartitionOf(customer), now);
        return customer;
    }
}
