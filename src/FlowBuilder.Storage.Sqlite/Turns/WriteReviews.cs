using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Tables;

namespace FlowBuilder.Storage.Sqlite.Turns;

/// <summary>The review queue.</summary>
internal sealed class WriteReviews(RawConnection connection)
{
    private readonly RawStatement _insert = connection.Prepare(
        $"INSERT INTO reviews (company_id, partition, customer_id, {ReviewColumns.Fixed.Names()}, {ReviewColumns.Moving.Names()}, "
            + $"{ReviewColumns.Derived.Names()}) "
        +
        $"VALUES ({Parameters.To(3 + ReviewColumns.Fixed.Count + ReviewColumns.Moving.Count + ReviewColumns.Derived.Count)})");

    private readonly RawStatement _update = connection.Prepare(
        $"UPDATE reviews SET {ReviewColumns.Moving.Sets(3)}, {ReviewColumns.Derived.Sets(3 + ReviewColumns.Moving.Count)} WHERE "
            + $"company_id = ?1 AND id = ?2");

    public void Insert(CompanyId company, CustomerId customer, int partition, Review review)
    {
        ReviewColumns.Fixed.Bind(_insert.Add(company.Value).Add(partition).Add(customer.Value), review);
        AddMoving(_insert, review).Run();
    }

    public void Update(CompanyId company, Review review) => AddMoving(_update.Add(company.Value).Add(review.Id.Value), review).Run();

    private static RawStatement AddMoving(RawStatement statement, Review review) =>
        ReviewColumns.Derived.Bind(ReviewColumns.Moving.Bind(statement, review), review);
}
